import type { Client, Comparison, ComparisonQuestion, GroupQuestion, Groups, Hits, Item, Page, Question, Referring, Table, Version } from './client';
import { Reports } from './reports';
import type { Query } from './view';

export interface AskingParts {
    /** The newest revision this window has heard of. */
    seen(): number | undefined;
    table(id: string): Table | undefined;
    tables(): readonly Table[];
    /** {@link Asking.caughtUp} changed. */
    changed(): void;
}

/** What views may ask. An answer about now is never older than what the window has seen, or says so. */
export class Asking implements Query {
    /** Whether the last answer was as new as it should be; null before the first. */
    caughtUp: boolean | null = null;
    readonly reports: Reports;

    constructor(
        private readonly client: Client,
        private readonly parts: AskingParts,
    ) {
        this.reports = new Reports(client);
    }

    items(question: Question, signal?: AbortSignal): Promise<Page> {
        return this.told(question, this.client.items({ ...question, ...this.seen(question) }, signal));
    }

    groups(question: GroupQuestion, signal?: AbortSignal): Promise<Groups> {
        return this.told(question, this.client.groups({ ...question, ...this.seen(question) }, signal));
    }

    compare(question: ComparisonQuestion, signal?: AbortSignal): Promise<Comparison> {
        return this.client.compare(question, signal);
    }

    item(ref: string, asOf?: string): Promise<Item> {
        return this.client.item(ref, asOf);
    }

    history(ref: string): Promise<readonly Version[]> {
        return this.client.history(ref);
    }

    referring(ref: string, asOf?: string): Promise<readonly Referring[]> {
        return this.client.referring(ref, asOf);
    }

    search(text: string, limit: number): Promise<Hits> {
        return this.client.search(text, limit);
    }

    table(id: string): Table | undefined {
        return this.parts.table(id);
    }

    tables(): readonly Table[] {
        return this.parts.tables();
    }

    private seen({ asOf }: { readonly asOf?: string | undefined }): { seen?: number } {
        const seen = this.parts.seen();
        return asOf === undefined && seen !== undefined ? { seen } : {};
    }

    private async told<T extends { readonly behind?: boolean }>({ asOf }: { readonly asOf?: string | undefined }, answer: Promise<T>): Promise<T> {
        const given = await answer;
        const caughtUp = given.behind !== true;
        if (asOf === undefined && caughtUp !== this.caughtUp) {
            this.caughtUp = caughtUp;
            this.parts.changed();
        }
        return given;
    }
}
