// A stand-in for the host: the HTTP contract over a Map, for working on the screen alone.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleItems, trackers } from './sample.mjs';

const root = fileURLToPath(new URL('../../target/classes/web/', import.meta.url));
const port = Number(process.argv[2] ?? 0);
const items = new Map();
const commits = [];
const streams = new Set();
let revision = 0;
const tables = new Map(trackers.flatMap((tracker) => tracker.tables).map((table) => [table.id, table]));
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

const sample = [...sampleItems()].sort(([one], [other]) => Date.parse(one) - Date.parse(other));
for (const [time, actor, requests, reason] of sample) commit(time, actor, reason, requests.map(toChange), { kind: 'import', name: 'sample' });

const server = createServer((request, response) => {
    route(request, response).catch((failure) => send(response, 500, { refused: [problem('bug', '', String(failure.stack))] }));
});
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));

async function route(request, response) {
    const url = new URL(request.url, 'http://x');
    const path = decodeURIComponent(url.pathname);
    const actor = decodeURIComponent(request.headers['weekbench-actor'] ?? 'local');
    const api = path.startsWith('/api/v1/') ? path.slice('/api/v1/'.length) : null;
    if (api === null) return file(response, path);
    const [noun, table, id, more] = api.split('/');
    if (api === 'status') return send(response, 200, { version: '0.1.0', revision, started: '2026-08-17T00:00:00Z', readOnly: null });
    if (api === 'trackers') return send(response, 200, { revision, trackers });
    if (noun === 'tables') return query(response, table, url.searchParams);
    if (noun === 'items' && more === 'history') return history(response, `${table}/${id}`);
    if (noun === 'items') return one(response, `${table}/${id}`, url.searchParams.get('asOf'));
    if (api === 'commits/stream') return stream(request, response);
    if (api === 'commits') return since(response, url.searchParams);
    if (api === 'apply') return apply(response, actor, JSON.parse(await body(request)));
    if (noun === 'undo') return undo(response, actor, Number(table));
    return send(response, 404, { refused: [problem('unknown-route', path, 'No such address.')] });
}

function query(response, table, parameters) {
    const at = pastOf(parameters.get('asOf'));
    let found = [...items.values()].filter((item) => item.ref.startsWith(`${table}/`)).map((item) => read(item, at)).filter(Boolean);
    const where = parameters.get('where');
    if (where) {
        const test = compile(where, table);
        if (typeof test === 'string') return send(response, 400, { refused: [problem('expression', 'where', test, 'Check the names and the quotes.')] });
        found = found.filter((item) => test(item.values));
    }
    for (const key of (parameters.get('sort') ?? '').split(',').filter(Boolean).reverse()) {
        const field = key.replace('-', '');
        found.sort((a, b) => String(a.values[field] ?? '').localeCompare(String(b.values[field] ?? '')) * (key.startsWith('-') ? -1 : 1));
    }
    const offset = Number(parameters.get('offset') ?? 0);
    send(response, 200, { revision, asOf: parameters.get('asOf'), total: found.length, items: found.slice(offset, offset + Number(parameters.get('limit') ?? 100)) });
}

// As much of the expression grammar as can be read as JavaScript.
function compile(where, table) {
    const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
    const known = { days, today: () => new Date().toISOString().slice(0, 10), has_value: (value) => (value ?? '') !== '' };
    const code = where.replace(/\.contains\(/g, '.includes(').replace(/([^!<>=])==/g, '$1===');
    const words = where.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '').match(/(?<![.\w])[A-Za-z_]\w*/g) ?? [];
    const strange = words.find((word) => !(word in known) && !tables.get(table).fields.some((field) => field.id === word));
    if (strange) return `undeclared reference to '${strange}'`;
    try {
        const test = new Function('scope', `with (scope) { return ${code}; }`);
        return (values) => test(new Proxy(known, { has: () => true, get: (_, name) => known[name] ?? values[name] ?? '' }));
    } catch (failure) {
        return String(failure.message);
    }
}

function read(item, at) {
    const version = item.versions.findLast((each) => each.revision <= at);
    if (!version || !version.values) return null;
    return { ref: item.ref, revision: version.revision, values: derived(item.ref, version.values, at) };
}

function derived(ref, values, at) {
    const days = (from, to) => (from && to ? Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) : undefined);
    if (ref.startsWith('partner-roadmap.item/')) return { ...values, slipDays: days(values.firstPromised, values.promised), lateDays: days(values.promised, values.cameOn) };
    if (ref.startsWith('partner-roadmap.promise/')) return { ...values, movedDays: days(values.previous, values.promised) };
    if (!ref.startsWith('partner-roadmap.partner/')) return values;
    const mine = [...items.values()].map((item) => item.versions.findLast((each) => each.revision <= at)?.values).filter((each) => each?.partner === ref);
    return { ...values, openItems: mine.filter((each) => each.state === 'planned').length };
}

function one(response, ref, asOf) {
    const item = items.get(ref) && read(items.get(ref), pastOf(asOf));
    if (!item) return send(response, 404, { refused: [problem('absent', ref, `There is no ${ref}.`)] });
    send(response, 200, item);
}

function history(response, ref) {
    const versions = items.get(ref)?.versions ?? [];
    const told = versions.map(({ values, ...version }) => version).reverse();
    send(response, 200, { ref, versions: told });
}

function pastOf(asOf) {
    if (!asOf) return Infinity;
    if (/^\d+$/.test(asOf)) return Number(asOf);
    const end = asOf.length === 10 ? `${asOf}T23:59:59Z` : asOf;
    return commits.findLast((each) => each.time <= end)?.revision ?? 0;
}

function apply(response, actor, { reason, requests }) {
    for (const [index, request] of requests.entries()) {
        const answer = judge(request, `requests[${index}]`);
        if (answer) return send(response, 422, answer);
    }
    const done = commit(new Date().toISOString(), actor, reason ?? null, requests.map(toChange), { kind: 'person' }, requests[0].answers);
    send(response, 200, { accepted: { revision: done.revision, time: done.time, changes: done.changes } });
}

function judge(request, at) {
    const item = items.get(request.update ?? request.delete);
    const now = item && read(item, Infinity);
    if ((request.update || request.delete) && !now) return { refused: [problem('absent', at, 'The row is gone.')] };
    if (request.update && request.revision < now.revision) {
        const current = Object.fromEntries(Object.keys(request.set).map((name) => [name, now.values[name] ?? null]));
        return { refused: [{ ...problem('stale', at, 'Somebody changed it.'), current }] };
    }
    if (request.delete) return null;
    const table = tables.get(request.create ?? request.update.split('/')[0]);
    const values = { ...now?.values, ...request.set, ...request.values };
    const part = request.create ? 'values' : 'set';
    const missing = table.fields.filter((field) => field.required && (values[field.id] ?? '') === '');
    if (missing.length > 0) return { refused: missing.map((field) => required(field, `${at}.${part}.${field.id}`)) };
    const slipped = values.promised > values.firstPromised && !values.reason && table.id === 'partner-roadmap.item';
    if (slipped) return { refused: [required(table.fields.find((field) => field.id === 'reason'), `${at}.${part}.reason`)] };
    return null;
}

function required(field, at) {
    return {
        code: 'required', at,
        message: { en: `${field.label.en} is needed.`, zh: `${field.label.zh}必填。` },
        hint: { en: 'Put the old value back or give another.', zh: '放回原值，或另填一个。' },
    };
}

function toChange(request) {
    if (request.create) {
        const ref = `${request.create}/${request.id ?? Math.random().toString(36).slice(2, 10)}`;
        return { kind: 'created', ref, before: null, after: request.values };
    }
    const now = items.get(request.update ?? request.delete).versions.at(-1).values;
    if (request.delete) return { kind: 'deleted', ref: request.delete, before: now, after: null };
    const names = Object.keys(request.set);
    return { kind: 'updated', ref: request.update, before: Object.fromEntries(names.map((name) => [name, now[name] ?? null])), after: request.set };
}

function commit(time, actor, reason, changes, origin, answers = {}) {
    const done = { revision: ++revision, time, actor, reason, origin, changes };
    commits.push(done);
    for (const change of changes) {
        const item = items.get(change.ref) ?? { ref: change.ref, versions: [] };
        items.set(change.ref, item);
        const values = change.kind === 'deleted' ? null : { ...item.versions.at(-1)?.values, ...change.after };
        for (const name of Object.keys(values ?? {})) if (values[name] === null) delete values[name];
        const { kind, before, after } = change;
        item.versions.push({ revision, time, actor, reason, origin, kind, before, after, answers, evidence: [], values });
    }
    for (const stream of streams) event(stream, done);
    return done;
}

function undo(response, actor, number) {
    const done = commits.find((each) => each.revision === number);
    if (!done) return send(response, 404, { refused: [problem('absent', '', 'No such revision.')] });
    const inverse = done.changes.map((change) => {
        if (change.kind === 'created') return { kind: 'deleted', ref: change.ref, before: change.after, after: null };
        if (change.kind === 'deleted') return { kind: 'created', ref: change.ref, before: null, after: change.before };
        return { kind: 'updated', ref: change.ref, before: change.after, after: change.before };
    });
    const undone = commit(new Date().toISOString(), actor, null, inverse, { kind: 'undo', name: String(number) });
    send(response, 200, { accepted: { revision: undone.revision, time: undone.time, changes: undone.changes } });
}

function since(response, parameters) {
    const from = Number(parameters.get('since') ?? 0);
    send(response, 200, { revision, commits: commits.filter((each) => each.revision > from).slice(0, Number(parameters.get('limit') ?? 100)) });
}

function stream(request, response) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': here\n\n');
    const last = Number(request.headers['last-event-id'] ?? new URL(request.url, 'http://x').searchParams.get('since') ?? revision);
    commits.filter((each) => each.revision > last).forEach((each) => event(response, each));
    streams.add(response);
    request.on('close', () => streams.delete(response));
}

function event(response, done) {
    response.write(`id: ${done.revision}\nevent: commit\ndata: ${JSON.stringify(done)}\n\n`);
}

async function file(response, path) {
    const name = normalize(path === '/' ? '/index.html' : path);
    const content = await readFile(join(root, name)).catch(() => null);
    if (content === null) return send(response, 404, { refused: [problem('absent', path, 'No such page.')] });
    response.writeHead(200, {
        'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
        'Content-Security-Policy': "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    });
    response.end(content);
}

function problem(code, at, message, hint = '') {
    return { code, at, message: { en: message, zh: message }, hint: { en: hint, zh: hint } };
}

function send(response, status, value) {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(value));
}

async function body(request) {
    let text = '';
    for await (const part of request) text += part;
    return text;
}
