/** The wire of /api/v1: its shapes, and one function a route. Nothing else of ours calls fetch. */

export interface Words {
    readonly en: string;
    readonly zh: string;
}

export interface Money {
    readonly amount: string;
    readonly currency: string;
}

export interface Attachment {
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
}

export type Value = string | number | boolean | Money | Attachment | readonly string[] | null;
export type Values = Readonly<Record<string, Value>>;

export interface Choice {
    readonly id: string;
    readonly label: Words;
}

export interface Field {
    readonly id: string;
    readonly type: string;
    readonly label: Words;
    readonly description?: Words;
    readonly unit?: string | Words;
    readonly required?: boolean;
    /** A condition over the row, as declared. */
    readonly requiredWhen?: string;
    readonly choices?: readonly Choice[];
    /** The table a reference points to. */
    readonly to?: string;
    /** The value type of a computed field or a rollup. */
    readonly of?: string;
    readonly currency?: string;
    readonly from?: string;
    readonly through?: string;
    readonly field?: string;
}

export interface Table {
    readonly id: string;
    readonly label: Words;
    readonly key: readonly string[];
    readonly title: string;
    readonly append?: boolean;
    readonly history?: boolean;
    readonly fields: readonly Field[];
}

export interface SortKey {
    readonly field: string;
    readonly descending?: boolean;
}

export interface ViewSpec {
    readonly id: string;
    readonly kind: string;
    readonly table: string;
    readonly label: Words;
    readonly columns?: readonly string[];
    readonly sort?: readonly SortKey[];
    readonly where?: string;
    /** What only its kind understands. */
    readonly options?: Readonly<Record<string, unknown>>;
}

export interface Tracker {
    readonly id: string;
    readonly version: string;
    readonly label: Words;
    readonly description?: Words;
    readonly tables: readonly Table[];
    readonly views?: readonly ViewSpec[];
}

export interface CutStep {
    readonly step: number;
    readonly actor: string;
    readonly reason: string;
    readonly missing: number;
}

export interface Status {
    readonly version: string;
    readonly revision: number;
    readonly started: string;
    readonly readOnly: string | null;
    /** Steps that a crash cut short: half of each is there until somebody takes it back. */
    readonly unfinished: readonly CutStep[];
}

export interface Item {
    readonly ref: string;
    readonly revision: number;
    readonly values: Values;
}

export interface Page {
    readonly revision: number;
    readonly asOf?: string | null;
    readonly total: number;
    readonly items: readonly Item[];
    /** The index had not come as far as was seen. */
    readonly behind?: boolean;
}

/** A piece of a text, and whether it is what was searched for. */
export interface Fragment {
    readonly text: string;
    readonly hit: boolean;
}

export type Highlights = Readonly<Record<string, readonly Fragment[]>>;

export interface Hit {
    readonly ref: string;
    readonly title: string;
    readonly highlights: Highlights;
}

export interface Hits {
    readonly revision: number;
    readonly total: number;
    readonly hits: readonly Hit[];
}

export interface Question {
    readonly table: string;
    readonly where?: string | undefined;
    /** Words that stand in a row. */
    readonly text?: string | undefined;
    readonly sort?: readonly SortKey[] | undefined;
    readonly asOf?: string | undefined;
    /** The revision an answer must not be older than. */
    readonly seen?: number;
    readonly offset: number;
    readonly limit: number;
}

export interface GroupQuestion {
    readonly table: string;
    readonly by: readonly string[];
    readonly where?: string | undefined;
    readonly text?: string | undefined;
    readonly asOf?: string | undefined;
    readonly seen?: number;
    readonly sum?: readonly string[];
    readonly avg?: readonly string[];
    readonly min?: readonly string[];
    readonly max?: readonly string[];
}

export interface Group {
    readonly by: Values;
    readonly count: number;
    readonly sum?: Values;
    readonly avg?: Values;
    readonly min?: Values;
    readonly max?: Values;
}

export interface Groups {
    readonly revision: number;
    readonly total: number;
    readonly groups: readonly Group[];
    readonly behind?: boolean;
}

/** An item that points at another, and by which field. */
export interface Referring {
    /** The full name of the field: "partner-roadmap.item.partner". */
    readonly field: string;
    readonly ref: string;
    readonly values: Values;
}

export interface Origin {
    readonly kind: string;
    readonly name?: string;
}

export interface Evidence {
    readonly address: string;
    readonly quote?: string | null;
    readonly foundOn?: string | null;
}

export type ChangeKind = 'created' | 'updated' | 'deleted' | 'purged';

export interface Version {
    readonly revision: number;
    readonly time: string;
    readonly actor: string;
    readonly reason: string | null;
    readonly origin?: Origin;
    readonly kind: ChangeKind;
    readonly before: Values | null;
    readonly after: Values | null;
    readonly answers?: Readonly<Record<string, Value>>;
    readonly evidence?: readonly Evidence[];
}

export interface Change {
    readonly kind: ChangeKind;
    readonly ref: string;
    readonly before?: Values | null;
    readonly after?: Values | null;
}

export interface Commit {
    readonly revision: number;
    readonly time: string;
    readonly actor: string;
    readonly reason: string | null;
    readonly origin?: Origin;
    readonly changes: readonly Change[];
}

export type Answers = Readonly<Record<string, Value>>;

export type Ask =
    | { readonly create: string; readonly id?: string; readonly values: Values; readonly answers?: Answers }
    | { readonly update: string; readonly revision: number; readonly set: Values; readonly answers?: Answers }
    | { readonly delete: string; readonly revision: number; readonly answers?: Answers };

export interface Submission {
    readonly reason?: string;
    readonly requests: readonly Ask[];
}

export interface Problem {
    readonly code: string;
    readonly at: string;
    readonly message: Words;
    readonly hint?: Words | null;
    /** Of a stale edit: what stands there now. */
    readonly current?: Value | Values;
}

export interface Prompt {
    readonly code: string;
    readonly at: string;
    readonly question: Words;
    readonly choices: readonly Choice[];
}

export type Outcome =
    | { readonly accepted: { readonly revision: number; readonly time: string; readonly changes: readonly Change[] } }
    | { readonly refused: readonly Problem[] }
    | { readonly asked: readonly Prompt[] };

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
        const sort = question.sort?.map((key) => (key.descending ? '-' : '') + key.field).join(',');
        const path = `/tables/${question.table}/items`;
        const { where, text, asOf, seen, offset, limit } = question;
        return this.get(path + query({ where, text, sort, offset, limit, asOf, seen }), signal);
    }

    groups(question: GroupQuestion, signal?: AbortSignal): Promise<Groups> {
        const { table, where, text, asOf, seen } = question;
        const named = (['by', 'sum', 'avg', 'min', 'max'] as const).map((name) => [name, question[name]?.join(',')] as const);
        return this.get(`/tables/${table}/groups${query({ where, text, asOf, seen, ...Object.fromEntries(named) })}`, signal);
    }

    /** Full text over all tables. */
    search(text: string, limit: number): Promise<Hits> {
        return this.get(`/search${query({ text, limit })}`);
    }

    item(ref: string, asOf?: string): Promise<Item> {
        return this.get(`/items/${ref}${query({ asOf })}`);
    }

    /** The items that point at this one. */
    async referring(ref: string): Promise<readonly Referring[]> {
        return (await this.get<{ items: readonly Referring[] }>(`/items/${ref}/referring`)).items;
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

/** Where a table can be downloaded from, in the words of a language. */
export function exportAddress(table: string, format: string, words: keyof Words, asOf?: string): string {
    return `${API}/export/${table}${query({ format, words, asOf })}`;
}

export function tableOf(ref: string): string {
    return ref.slice(0, ref.indexOf('/'));
}
