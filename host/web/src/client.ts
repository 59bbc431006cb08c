/** One function a route. Nothing else of ours calls fetch. */
import type { Comparison, ComparisonQuestion, GroupQuestion, Groups, Hits, Item, Moment, Outcome, Page, Problem, Question, Referring, SortKey, Status, Submission, Tracker, Version } from './wire';

export type * from './wire';

/** The host could not be reached, or its answer was not one of ours. */
export class Unreachable extends Error {}

/** The host understood a question and would not answer it; the problems say why. */
export class Refusal extends Error {
    constructor(
        readonly status: number,
        readonly problems: readonly Problem[],
    ) {
        super(problems.map((problem) => problem.message.en).join('; '));
    }
}

export interface Identity {
    /** Empty for the person the host itself runs as. */
    readonly actor: string;
}

/** Where the routes begin. */
export const API = '/api/v1';

export class Client {
    constructor(
        private readonly base: string,
        private readonly identity: Identity,
        private readonly send: typeof fetch = (input, init) => fetch(input, init),
    ) {}

    status(): Promise<Status> {
        return this.get('/status');
    }

    async trackers(): Promise<readonly Tracker[]> {
        return (await this.get<{ trackers: readonly Tracker[] }>('/trackers')).trackers;
    }

    items(question: Question, signal?: AbortSignal): Promise<Page> {
        const path = `/tables/${question.table}/items`;
        const { where, text, asOf, seen, offset, limit } = question;
        return this.get(path + query({ where, text, sort: sortText(question.sort), offset, limit, asOf, seen }), signal);
    }

    groups(question: GroupQuestion, signal?: AbortSignal): Promise<Groups> {
        const { table, where, text, asOf, seen } = question;
        const named = (['by', 'sum', 'avg', 'min', 'max'] as const).map((name) => [name, question[name]?.join(',')] as const);
        return this.get(`/tables/${table}/groups${query({ where, text, asOf, seen, ...Object.fromEntries(named) })}`, signal);
    }

    /** When a table changed, oldest first; spread over its past where that was too often. */
    async moments(table: string): Promise<readonly Moment[]> {
        return (await this.get<{ moments: readonly Moment[] }>(`/tables/${table}/moments`)).moments;
    }

    /** What is different between two moments. */
    compare(question: ComparisonQuestion, signal?: AbortSignal): Promise<Comparison> {
        const { table, from, to, where, sort, offset, limit } = question;
        return this.get(`/tables/${table}/compare${query({ from, to, where, sort: sortText(sort), offset, limit })}`, signal);
    }

    /** Full text over all tables. */
    search(text: string, limit: number): Promise<Hits> {
        return this.get(`/search${query({ text, limit })}`);
    }

    item(ref: string, asOf?: string): Promise<Item> {
        return this.get(`/items/${ref}${query({ asOf })}`);
    }

    /** The items that point at this one. */
    async referring(ref: string, asOf?: string): Promise<readonly Referring[]> {
        return (await this.get<{ items: readonly Referring[] }>(`/items/${ref}/referring${query({ asOf })}`)).items;
    }

    async history(ref: string): Promise<readonly Version[]> {
        return (await this.get<{ versions: readonly Version[] }>(`/items/${ref}/history`)).versions;
    }

    apply(submission: Submission): Promise<Outcome> {
        return this.post('/apply', submission);
    }

    undo(revision: number): Promise<Outcome> {
        return this.post(`/undo/${revision}`, {});
    }

    get stream(): string {
        return `${this.base}/commits/stream`;
    }

    /** Asks a question of any route; a refusal of it is thrown. */
    async get<T>(path: string, signal?: AbortSignal): Promise<T> {
        return answered<T>(await this.call(path, signal ? { signal } : {}));
    }

    /** Any route, as the person who works here; the caller reads what comes. */
    async call(path: string, init: RequestInit): Promise<Response> {
        const headers = { ...this.headers(), ...(init.headers as Record<string, string> | undefined) };
        try {
            return await this.send(this.base + path, { ...init, headers });
        } catch (failure) {
            if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
            throw new Unreachable(String(failure));
        }
    }

    private async post(path: string, body: unknown): Promise<Outcome> {
        const headers = { 'Content-Type': 'application/json' };
        const response = await this.call(path, { method: 'POST', headers, body: JSON.stringify(body) });
        const answer = await read(response);
        if ('accepted' in answer || 'refused' in answer || 'asked' in answer) return answer as Outcome;
        throw new Unreachable(`${path} answered ${response.status} without an outcome`);
    }

    private headers(): Record<string, string> {
        const { actor } = this.identity;
        return actor === '' ? {} : { 'Weekbench-Actor': encodeURIComponent(actor) };
    }
}

/** The body of an answer that is no refusal. */
export async function answered<T>(response: Response): Promise<T> {
    const body = await read(response);
    if (response.ok) return body as T;
    throw new Refusal(response.status, (body as { refused?: readonly Problem[] }).refused ?? []);
}

async function read(response: Response): Promise<object> {
    try {
        return (await response.json()) as object;
    } catch {
        throw new Unreachable(`${response.url} answered ${response.status} without JSON`);
    }
}

export function query(parameters: Record<string, string | number | undefined>): string {
    const set = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
    if (set.length === 0) return '';
    return `?${set.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`;
}

/** The order of rows as the routes write it: "field,-field". */
export function sortText(sort: readonly SortKey[] | undefined): string | undefined {
    return sort?.map((key) => (key.descending ? '-' : '') + key.field).join(',');
}

export function tableOf(ref: string): string {
    return ref.slice(0, ref.indexOf('/'));
}
