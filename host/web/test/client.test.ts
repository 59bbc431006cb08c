import { describe, expect, it } from 'vitest';
import { Client, Refusal, Unreachable } from '../src/client';

interface Sent {
    url: string;
    method: string;
    headers: Record<string, string>;
    body: unknown;
}

function answering(status: number, body: string, actor = '') {
    const sent: Sent[] = [];
    const send = (url: string, init: RequestInit = {}) => {
        const text = init.body as string | undefined;
        const headers = init.headers as Record<string, string>;
        sent.push({ url, method: init.method ?? 'GET', headers, body: text === undefined ? null : JSON.parse(text) });
        return Promise.resolve(new Response(body, { status }));
    };
    return { sent, client: new Client('/api/v1', { actor }, send as typeof fetch) };
}

describe('client', () => {
    it('asks for a window of a table with condition, order and time', async () => {
        const page = { revision: 13, asOf: '2026-06-30', total: 420, items: [] };
        const { client, sent } = answering(200, JSON.stringify(page));
        const answer = await client.items({
            table: 'partner-roadmap.item',
            where: 'name.contains("a&b")',
            sort: [{ field: 'promised', descending: true }, { field: 'name' }],
            offset: 200,
            limit: 100,
            asOf: '2026-06-30',
        });
        expect(answer).toEqual(page);
        expect(sent).toEqual([
            {
                url: '/api/v1/tables/partner-roadmap.item/items?where=name.contains(%22a%26b%22)&sort=-promised%2Cname&offset=200&limit=100&asOf=2026-06-30',
                method: 'GET',
                headers: {},
                body: null,
            },
        ]);
    });

    it('leaves out what is not asked', async () => {
        const { client, sent } = answering(200, '{"revision":1,"total":0,"items":[]}');
        await client.items({ table: 't.u', where: undefined, sort: [], offset: 0, limit: 100 });
        expect(sent[0]?.url).toBe('/api/v1/tables/t.u/items?offset=0&limit=100');
    });

    it('sends a change in the words of the wire, with the name of who makes it', async () => {
        const accepted = { accepted: { revision: 14, time: '2026-08-17T09:42:00Z', changes: [] } };
        const { client, sent } = answering(200, JSON.stringify(accepted), '林夏');
        const update = { update: 'partner-roadmap.item/7', revision: 12, set: { promised: '2026-10-16' }, answers: { why: 'upstream' } };
        expect(await client.apply({ reason: 'said so', requests: [update] })).toEqual(accepted);
        expect(sent).toEqual([
            {
                url: '/api/v1/apply',
                method: 'POST',
                headers: { 'Weekbench-Actor': '%E6%9E%97%E5%A4%8F', 'Content-Type': 'application/json' },
                body: { reason: 'said so', requests: [update] },
            },
        ]);
    });

    it.each([
        [{ refused: [{ code: 'required', at: 'requests[0].set.name', message: { en: 'a', zh: '甲' } }] }],
        [{ asked: [{ code: 'why', at: 'requests[0].set.promised', question: { en: 'b', zh: '乙' }, choices: [] }] }],
    ])('hands on %j as an outcome, not a failure', async (outcome) => {
        const { client } = answering(422, JSON.stringify(outcome));
        expect(await client.apply({ requests: [] })).toEqual(outcome);
    });

    it('tells a refused question from a host that is not there', async () => {
        const problem = { code: 'expression', at: 'where', message: { en: 'undeclared name', zh: '没有这个名字' } };
        const refusing = answering(400, JSON.stringify({ refused: [problem] })).client;
        const asked = { table: 't.u', where: 'nme', offset: 0, limit: 1 };
        await expect(refusing.items(asked)).rejects.toEqual(new Refusal(400, [problem]));

        const gone = new Client('/api/v1', { actor: '' }, () => Promise.reject(new TypeError('failed to fetch')));
        await expect(gone.status()).rejects.toBeInstanceOf(Unreachable);
    });

    it('does not take a page of a proxy for an answer', async () => {
        const { client } = answering(502, '<html>Bad gateway</html>');
        await expect(client.apply({ requests: [] })).rejects.toBeInstanceOf(Unreachable);
    });
});
