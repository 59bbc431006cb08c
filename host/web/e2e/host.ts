import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../../target/weekbench/bin/weekbench', import.meta.url));

/** A host that was started, at its whole address, with the token. */
export interface Started {
    readonly url: string;
    end(): Promise<void>;
}

/** The host under test: the one named by WEEKBENCH_URL (its whole address, with the token), else a demo of the distribution, started and ended here. */
export default async function demo(): Promise<(() => Promise<void>) | undefined> {
    if (process.env.WEEKBENCH_URL) return undefined;
    const host = await start('demo');
    process.env.WEEKBENCH_URL = host.url;
    return () => host.end();
}

export async function start(...command: readonly string[]): Promise<Started> {
    if (!existsSync(START)) throw new Error(`there is no ${START}; make it with "mvn package"`);
    const child = spawn(START, [...command, '--port', '0', '--no-browser'], { stdio: ['ignore', 'pipe', 'inherit'] });
    return { url: await addressOf(child), end: () => ended(child) };
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
