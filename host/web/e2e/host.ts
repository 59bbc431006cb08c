import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../../target/weekbench/bin/weekbench', import.meta.url));
const FAKE = fileURLToPath(new URL('../dev/fake-server.mjs', import.meta.url));

/** The host under test: the one named by WEEKBENCH_URL, else a demo of the distribution, started here. */
export default async function start(): Promise<(() => Promise<void>) | undefined> {
    if (process.env.WEEKBENCH_URL) return undefined;
    const child = existsSync(START)
        ? spawn(START, ['demo', '--port', '0', '--no-browser'], { stdio: ['ignore', 'pipe', 'inherit'] })
        : spawn(process.execPath, [FAKE], { stdio: ['ignore', 'pipe', 'inherit'] });
    process.env.WEEKBENCH_URL = await addressOf(child);
    return () => ended(child);
}

function addressOf(child: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
        let said = '';
        child.stdout?.on('data', (part) => {
            said += String(part);
            const address = /https?:\/\/127\.0\.0\.1:\d+\/?\S*/.exec(said)?.[0];
            if (address) resolve(address);
        });
        child.on('exit', (code) => reject(new Error(`the host ended with ${String(code)} before it said where it is: ${said}`)));
    });
}

function ended(child: ChildProcess): Promise<void> {
    return new Promise((resolve) => {
        child.on('exit', () => resolve());
        child.kill();
    });
}
