/** The shapes of /api/v1. */

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
    /** A file its plugin brings, whose element shows it instead of its kind. */
    readonly module?: string;
    /** What only its kind understands. */
    readonly options?: Readonly<Record<string, unknown>>;
}

export interface Tracker {
    readonly id: string;
    readonly version: string;
    readonly label: Words;
    readonly description?: Words;
    /** Of the marks there are. */
    readonly icon?: string;
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
    /** In whose name this page writes. */
    readonly actor: string;
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

/** A commit as a place in time. */
export interface Moment {
    readonly revision: number;
    readonly time: string;
}

export interface ComparisonQuestion {
    readonly table: string;
    /** The earlier moment: a day, a time or a revision. */
    readonly from: string;
    /** The later moment; now if it is not said. */
    readonly to?: string | undefined;
    /** What fits at either moment. */
    readonly where?: string | undefined;
    readonly sort?: readonly SortKey[] | undefined;
    readonly offset: number;
    readonly limit: number;
}

/** An item as it is at the later moment; one that was withdrawn, as it last was. */
export interface Difference extends Item {
    readonly kind: 'added' | 'changed' | 'withdrawn';
    /** Of a changed one, what is different in it, as it was before. */
    readonly before: Values;
}

export interface Comparison {
    readonly from: number;
    readonly to: number;
    readonly total: number;
    readonly added: number;
    readonly changed: number;
    readonly withdrawn: number;
    readonly items: readonly Difference[];
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
