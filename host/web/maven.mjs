// What Maven calls: `node maven.mjs build` makes the pages when a file they are made from has changed,
// `node maven.mjs test` and `node maven.mjs e2e` run the tests. Packages are installed when the lock file has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(fileURLToPath(import.meta.url));
const lock = ['package-lock.json'];
const sources = [...lock, 'package.json', 'index.html', 'vite.config.ts', 'tsconfig.json', 'src', 'public'];

switch (process.argv[2]) {
    case 'build':
        whenChanged(lock, 'node_modules/.installed', 'node_modules', () => npm('pipe', 'ci', '--no-audit', '--no-fund'));
        whenChanged(sources, '../target/web.built', '../target/classes/web/index.html', () => npm('pipe', 'run', 'build'));
        break;
    case 'test':
    case 'e2e':
        npm('inherit', 'run', '--silent', process.argv[2]);
        break;
    default:
        throw new Error('say build, test or e2e');
}

/** Does the work unless the stamp says that it was done for these very files and its product still stands. */
function whenChanged(inputs, stampName, product, work) {
    const stamp = join(web, stampName);
    const now = digest(inputs);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && existsSync(join(web, product))) {
        return;
    }
    work();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, now);
}

function digest(inputs) {
    const hash = createHash('sha256');
    for (const file of inputs.flatMap(files)) {
        hash.update(file).update(readFileSync(join(web, file)));
    }
    return hash.digest('hex');
}

function files(name) {
    const path = join(web, name);
    if (!existsSync(path)) {
        return [];
    }
    return statSync(path).isDirectory() ? readdirSync(path).sort().flatMap(child => files(join(name, child))) : [name];
}

/** Runs npm; what it says is passed on (inherit) or kept for the case that it fails (pipe). */
function npm(stdio, ...args) {
    const ran = spawnSync('npm', args, { cwd: web, stdio, encoding: 'utf8', shell: process.platform === 'win32' });
    if (ran.error) {
        throw ran.error;
    }
    if (ran.status !== 0) {
        process.stderr.write((ran.stdout ?? '') + (ran.stderr ?? ''));
        process.exit(ran.status ?? 1);
    }
}
