import { describe, expect, it } from 'vitest';
import { Client, Refusal, Unreachable } from '../src/client';
import { Imports, type Progress, type Report } from '../src/imports';

const report: Report = { new: 3, changed: 1, same: 0, conflict: 0, asked: 0, problems: [], ignored: [], encoding: 'UTF-8', revision: 12 };

/** A host that sends these pieces one after the other, wherever they are cut. */
function sending(pieces: readonly string[], status = 200) {
    const asked: string[] = [];
    const send = (url: string) => {
        asked.push(url);
        const encoder = new TextEncoder();
        const body = new ReadableStream<Uint8Array>({
            start(controller) {
                pieces.forEach((piece) => controller.enqueue(encoder.encode(piece)));
                controller.close();
            },
        });
        return Promise.resolve(new Response(body, { status }));
    };
    return { asked, imports: new Imports(new Client('/api/v1', { actor: '' }, send as typeof fetch)) };
}

function order(mapping: Record<string, string> = {}) {
    return { table: 't.u', file: new File(['a,b'], '表 1.csv', { type: 'text/csv' }), mapping, dryRun: true };
}

describe('imports', () => {
    it('tells how far it is, then what came of it', async () => {
        const { imports, asked } = sending([
            '{"progress":{"phase":"reading","done":1,"total":2}}\n{"progress":{"pha',
            'se":"writing","done":2,"total":2}}\n\n',
            JSON.stringify({ report }),
        ]);
        const told: Progress[] = [];
        const signal = new AbortController().signal;
        expect(await imports.run(order({ 'a=b': 'name', c: '-' }), (progress) => told.push(progress), signal)).toEqual(report);
        expect(told.map((progress) => progress.phase)).toEqual(['reading', 'writing']);
        expect(asked).toEqual(['/api/v1/import/t.u?name=%E8%A1%A8%201.csv&dryRun=true&map=a%3Db%3Dname&map=c%3D-']);
    });

    it('throws what is refused as a whole', async () => {
        const problem = { code: 'too-large', at: '', message: { en: 'too large', zh: '太大' } };
        const { imports } = sending([JSON.stringify({ refused: [problem] })], 413);
        await expect(imports.run(order(), () => undefined, new AbortController().signal)).rejects.toEqual(new Refusal(413, [problem]));
    });

    it('does not take an answer that broke off for a report', async () => {
        const { imports } = sending(['{"progress":{"phase":"writing","done":1,"total":2}}\n']);
        await expect(imports.run(order(), () => undefined, new AbortController().signal)).rejects.toBeInstanceOf(Unreachable);
    });
});
