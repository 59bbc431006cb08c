import { defineConfig } from 'vitest/config';

// The whole address that "weekbench serve" says, with its token.
const host = new URL(process.env.WEEKBENCH_URL ?? 'http://127.0.0.1:7420');
const headers = { Origin: host.origin, Authorization: `Bearer ${host.searchParams.get('token') ?? ''}` };

export default defineConfig({
    build: {
        // Where the host looks for its pages: on the class path, so that a release needs Java alone.
        outDir: '../target/classes/web',
        emptyOutDir: true,
        target: ['chrome123', 'firefox121', 'safari17.5'],
        // A data: address would need a hole in the content security policy.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
    },
    server: { host: '127.0.0.1', proxy: { '/api': { target: host.origin, changeOrigin: true, headers } } },
    test: { include: ['test/**/*.test.ts'], environment: 'node' },
});
