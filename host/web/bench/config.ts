import { defineConfig } from '@playwright/test';
import e2e from '../playwright.config';

/** The screens measured, one after the other, against a host that serves the tables of the benchmarks: its address is WEEKBENCH_URL. */
export default defineConfig({
    testDir: '.',
    testMatch: '*.bench.ts',
    outputDir: '../../target/bench',
    workers: 1,
    retries: 0,
    timeout: 3 * 60_000,
    reporter: './lines.ts',
    use: { ...e2e.use, viewport: { width: 1920, height: 1080 }, locale: 'zh-CN', trace: 'off' },
});
