import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../../target/weekbench/bin/weekbench', import.meta.url));

/** The host under test: the one named by WEEKBENCH_URL (its whole address, with the token), else a demo of the distribution, started and ended here. */
export default async function start(): Promise<(() => Promise<void>) | undefined> {
    if (process.env.WEEKBENCH_URL) return undefined;
    if (!existsSync(START)) throw new Error(`there is no ${START}; make it with "mvn package"`);
    const child = spawn(START, ['demo', '--port', '0', '--no-browser'], { stdio: ['ignore', 'pipe', 'inherit'] });
    process.env.WEEKBENCH_URL = await addressOf(child);
    return () => ended(child);
}

function addressOf(child: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
        let said = '';
        child.stdout?.on('data', (part) => {
            said += String(part);
            const address = /Weekbench\b.*?(http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+)/.exec(said)?.[1];
            if (address) resolve(address);
        });
        child.on('exit', (code) => reject(new Error(`the host ended with ${String(code)} before it said where it is: ${said}`)));
    });
}

/** The demo removes its home when it ends; the folder must not be left for the next run to find. */
function ended(child: ChildProcess): Promise<void> {
    return new Promise((resolve) => {
        child.on('exit', () => resolve());
        child.kill();
    });
}
