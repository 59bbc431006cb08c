import { defineConfig } from '@playwright/test';

const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

export default defineConfig({
    testDir: 'e2e',
    outputDir: '../target/e2e',
    globalSetup: './e2e/host.ts',
    workers: 1,
    retries: 0,
    // Generous, for machines that are busy with other work; nothing here waits for a time to pass.
    timeout: 60_000,
    expect: { timeout: 10_000 },
    reporter: 'list',
    use: {
        viewport: { width: 1280, height: 800 },
        locale: 'en-US',
        timezoneId: 'Asia/Shanghai',
        trace: 'retain-on-failure',
        launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet },
    },
});
