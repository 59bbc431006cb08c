import { API, type Client, type Words } from './client';

/** One thing a report is told. */
export interface ReportInput {
    readonly id: string;
    readonly label: Words;
    readonly kind: 'item' | 'items' | 'moment' | 'flag';
    readonly table: string | null;
    readonly required: boolean;
}

/** A page a tracker makes when it is asked. */
export interface ReportSpec {
    readonly tracker: string;
    readonly id: string;
    readonly label: Words;
    readonly description: Words;
    readonly inputs: readonly ReportInput[];
}

export interface ReportSource {
    readonly address: string;
    readonly quote: string;
    readonly foundOn: string | null;
}

export interface ReportCell {
    readonly text: Words;
    readonly mark: 'none' | 'fresh' | 'stale' | 'unknown' | 'unsupported' | 'conflict';
    readonly about: string | null;
    readonly share: string | null;
    readonly evidence: readonly ReportSource[];
}

export interface ReportRow {
    readonly text: Words;
    readonly about: string | null;
    readonly cells: readonly ReportCell[];
}

export interface ReportPart {
    readonly label: Words;
    readonly figures: readonly { readonly label: Words; readonly value: Words; readonly before: Words | null }[];
    readonly columns: readonly Words[];
    readonly rows: readonly ReportRow[];
}

export interface Sheet {
    readonly revision: number;
    readonly asOf: string | null;
    readonly day: string;
    readonly title: Words;
    readonly notes: readonly Words[];
    readonly parts: readonly ReportPart[];
}

/** Which report, what it is told, and as of when. */
export interface ReportQuestion {
    readonly tracker: string;
    readonly report: string;
    readonly inputs: Readonly<Record<string, string>>;
    /** Left out for the time that is shown. */
    readonly asOf?: string | undefined;
}

/** The reports of the trackers, as views ask for them. */
export class Reports {
    constructor(private readonly client: Client) {}

    async all(): Promise<readonly ReportSpec[]> {
        return (await this.client.get<{ reports: readonly ReportSpec[] }>('/reports')).reports;
    }

    make(question: ReportQuestion, signal?: AbortSignal): Promise<Sheet> {
        return this.client.get(pathOf(question), signal);
    }

    /** Where it is had as a file to keep, or as a page that prints. */
    address(question: ReportQuestion, format: 'md' | 'html', words: 'en' | 'zh'): string {
        return API + pathOf(question, { format, words });
    }
}

function pathOf({ tracker, report, inputs, asOf }: ReportQuestion, more: Readonly<Record<string, string>> = {}): string {
    const told = Object.entries(inputs).filter(([, value]) => value !== '');
    const parameters = new URLSearchParams([...told.map(([name, value]) => ['input', `${name}=${value}`]), ...(asOf === undefined ? [] : [['asOf', asOf]]), ...Object.entries(more)]);
    const query = parameters.toString();
    return `/reports/${encodeURIComponent(tracker)}/${encodeURIComponent(report)}${query === '' ? '' : `?${query}`}`;
}
