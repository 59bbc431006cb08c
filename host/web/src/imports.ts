import { query, Refusal, Unreachable, type Client, type Problem, type Words } from './client';
import { lines } from './lines';

export interface RowProblem {
    readonly code: string;
    /** The line of the file; 0 where it is about the whole of it. */
    readonly row: number;
    readonly column: string;
    readonly message: Words;
    readonly hint: Words;
}

/** What came of an import, or would come of it. */
export interface Report {
    readonly new: number;
    readonly changed: number;
    readonly same: number;
    readonly conflict: number;
    readonly asked: number;
    readonly problems: readonly RowProblem[];
    /** Headers nobody knew. */
    readonly ignored: readonly string[];
    readonly encoding: string;
    /** Where it was written; null where nothing was. */
    readonly revision: number | null;
}

export interface Progress {
    readonly phase: 'reading' | 'checking' | 'writing';
    readonly done: number;
    readonly total: number;
}

export interface ImportOrder {
    readonly table: string;
    readonly file: File;
    /** Headers to field ids, or to "-" for a column that is not wanted. */
    readonly mapping: Readonly<Record<string, string>>;
    /** Looks what would come of it and writes nothing. */
    readonly dryRun: boolean;
}

type Line = { readonly progress: Progress } | { readonly report: Report } | { readonly refused: readonly Problem[] };

/** Brings files in through the host's own door, which tells how far it is. */
export class Imports {
    constructor(private readonly client: Client) {}

    /** What is refused as a whole is thrown; what is wrong with rows stands in the report. */
    async run(order: ImportOrder, told: (progress: Progress) => void, signal: AbortSignal): Promise<Report> {
        const headers = { 'Content-Type': order.file.type || 'application/octet-stream', Accept: 'application/x-ndjson' };
        const response = await this.client.call(this.path(order), { method: 'POST', headers, body: order.file, signal });
        for await (const line of lines<Line>(response)) {
            if ('progress' in line) told(line.progress);
            else if ('report' in line) return line.report;
            else throw new Refusal(response.status, line.refused);
        }
        throw new Unreachable('the host ended its answer without a report');
    }

    private path({ table, file, mapping, dryRun }: ImportOrder): string {
        const maps = Object.entries(mapping).map(([header, field]) => `&map=${encodeURIComponent(`${header}=${field}`)}`);
        return `/import/${table}${query({ name: file.name, dryRun: String(dryRun) })}${maps.join('')}`;
    }
}
