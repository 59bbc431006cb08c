import { Refusal, Unreachable, tableOf, type Answers, type Field, type Item, type Problem, type Table, type Values } from '../../client';
import { fieldNamed } from '../../grid/draft';
import type { Edit, Trouble } from '../../grid/edits';
import type { Query, Submit } from '../../view';
import { differences, restoration, type Difference } from './changes';

/** An item at a revision, or null where there was none. */
export async function valuesAt(query: Query, ref: string, revision?: number): Promise<Item | null> {
    try {
        return await query.item(ref, revision === undefined ? undefined : String(revision));
    } catch (failure) {
        if (failure instanceof Refusal && failure.status === 404) return null;
        throw failure;
    }
}

export interface RestoringParts {
    readonly query: Query;
    readonly submit: Submit;
    readonly table: Table;
    named(): string;
}

/** A version about to be made the present one: what would change is shown before it does. */
export class Restoring {
    reason = '';
    /** The item was changed since the differences were shown. */
    moved = false;
    changes: readonly Difference[] | null = null;
    private now: Item | null = null;
    private then: Values = {};

    constructor(
        readonly ref: string,
        readonly revision: number,
        private readonly parts: RestoringParts,
    ) {}

    async read(): Promise<void> {
        const [now, then] = await Promise.all([valuesAt(this.parts.query, this.ref), valuesAt(this.parts.query, this.ref, this.revision)]);
        this.now = now;
        this.then = then?.values ?? {};
        this.changes = differences(this.parts.table, now?.values ?? null, this.then);
    }

    /** Null once it is done; else why it is not, as an edit that is not saved, for the prompt. */
    async save(reason: string, answers?: Answers): Promise<Edit | null> {
        const ask = restoration(this.ref, this.parts.table, this.now, this.then, answers);
        if (!ask) return null;
        try {
            const outcome = await this.parts.submit({ reason, requests: [ask] }, () => this.parts.named());
            if ('accepted' in outcome) return null;
            if ('asked' in outcome) return this.troubled(outcome.asked[0]?.at, { kind: 'asked', prompts: outcome.asked });
            if (outcome.refused.some(({ code }) => code === 'stale')) return await this.stale(outcome.refused);
            return this.troubled(outcome.refused[0]?.at, { kind: 'refused', problems: outcome.refused });
        } catch (failure) {
            if (!(failure instanceof Unreachable)) throw failure;
            return this.troubled(undefined, { kind: 'offline' });
        }
    }

    private async stale(problems: readonly Problem[]): Promise<Edit> {
        this.moved = true;
        await this.read();
        return this.troubled(problems[0]?.at, { kind: 'refused', problems });
    }

    private troubled(at: string | undefined, trouble: Trouble): Edit {
        const field = this.fieldOf(at);
        const change = this.changes?.find((each) => each.field.id === field.id);
        return { ref: this.ref, field, was: change?.before ?? null, value: change?.after ?? null, revision: this.revision, trouble };
    }

    private fieldOf(at: string | undefined): Field {
        const { table } = this.parts;
        const named = fieldNamed(at ?? '');
        const field = table.fields.find(({ id }) => id === named) ?? this.changes?.[0]?.field ?? table.fields[0];
        if (!field) throw new Error(`table ${tableOf(this.ref)} has no field to hold a complaint`);
        return field;
    }
}
