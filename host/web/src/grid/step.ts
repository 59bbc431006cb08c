import { Unreachable, type Answers, type Ask, type Commit, type Outcome, type Problem, type Prompt, type Values } from '../client';
import { same } from '../model';
import type { Query, Submit } from '../view';
import type { Edit, Trouble } from './edits';
import { locate } from './located';

/** A row that a pasted block makes below the last one. */
export interface NewRow {
    readonly table: string;
    readonly values: Values;
    readonly problems?: readonly Problem[];
}

export interface StepParts {
    readonly query: Query;
    readonly submit: Submit;
    /** Names what is sent, for its undo. */
    name(cells: number): () => string;
    /** The cells shown differ from before. */
    changed(edits: readonly Edit[]): void;
    happened(commit: Commit): void;
    /** Something of it was not taken; the first cell to look at. */
    stopped(first: Edit | null): void;
}

const WAITS: Trouble = { kind: 'waits' };

/**
 * Many cells changed at once: one commit, or none of it. What is refused or asked about is marked at
 * its cell and the rest waits, until somebody decides to send the rest, mends it, or puts it back.
 */
export class Step {
    private readonly edits = new Map<string, Edit>();
    private readonly answers = new Map<string, Answers>();
    private rows: readonly NewRow[] = [];
    sending = false;
    offline = false;

    constructor(private readonly parts: StepParts) {}

    of(ref: string, field: string): Edit | undefined {
        return this.edits.get(keyOf(ref, field));
    }

    get all(): readonly Edit[] {
        return [...this.edits.values()];
    }

    get newRows(): readonly NewRow[] {
        return this.rows;
    }

    get isOpen(): boolean {
        return this.edits.size > 0 || this.rows.length > 0;
    }

    /** Those that nothing was said against yet. */
    get waiting(): readonly Edit[] {
        return this.all.filter(({ trouble }) => trouble === undefined || trouble.kind === 'waits');
    }

    troubled(kind: Trouble['kind']): readonly Edit[] {
        return this.all.filter(({ trouble }) => trouble?.kind === kind);
    }

    add(edits: readonly Edit[], rows: readonly NewRow[]): void {
        this.put(edits.map((edit) => (edit.trouble ? edit : { ...edit, trouble: WAITS })));
        this.rows = [...this.rows, ...rows];
    }

    /** A cell of it is mended by hand. */
    retype(edit: Edit): void {
        this.put([{ ...edit, trouble: WAITS }]);
    }

    putBack(edits: readonly Edit[]): void {
        edits.forEach(({ ref, field }) => this.edits.delete(keyOf(ref, field.id)));
        this.parts.changed(edits);
    }

    putAllBack(): void {
        this.rows = [];
        this.offline = false;
        this.putBack(this.all);
    }

    leaveOutRows(): void {
        this.rows = [];
        this.parts.changed([]);
    }

    /** One answer for every cell that was asked the same. */
    async answer(answers: Answers): Promise<void> {
        const asked = this.troubled('asked');
        for (const { ref, trouble } of asked) {
            const codes = trouble?.kind === 'asked' ? trouble.prompts.map(({ code }) => code) : [];
            const given = Object.entries(answers).filter(([code]) => codes.includes(code));
            this.answers.set(ref, { ...this.answers.get(ref), ...Object.fromEntries(given) });
        }
        this.put(asked.map((edit) => ({ ...edit, trouble: WAITS })));
        await this.send();
    }

    /** This cell goes on top of what somebody else stored meanwhile. */
    async onTop(edit: Edit): Promise<void> {
        const { revision } = await this.parts.query.item(edit.ref);
        const row = this.all.filter(({ ref }) => ref === edit.ref);
        this.put(row.map((each) => ({ ...each, revision, ...(each.field.id === edit.field.id ? { trouble: WAITS } : {}) })));
    }

    /** Sends what waits, all of it in one commit. */
    async send(): Promise<void> {
        const edits = this.waiting;
        const rows = this.rows.filter(({ problems }) => problems === undefined);
        if (edits.length + rows.length === 0 || this.sending) return;
        const groups = byRow(edits);
        const requests = [...groups.map((group) => this.update(group)), ...rows.map(({ table, values }): Ask => ({ create: table, values }))];
        [this.sending, this.offline] = [true, false];
        this.parts.changed([]);
        try {
            const cells = edits.length + rows.reduce((sum, { values }) => sum + Object.keys(values).length, 0);
            await this.settle(await this.parts.submit({ requests }, this.parts.name(cells)), groups, rows);
        } catch (failure) {
            if (!(failure instanceof Unreachable)) throw failure;
            this.offline = true;
        } finally {
            this.sending = false;
            this.parts.changed([]);
        }
    }

    private update(group: readonly Edit[]): Ask {
        const ref = group[0]?.ref ?? '';
        const revision = Math.max(...group.map((edit) => edit.revision));
        const set = Object.fromEntries(group.map(({ field, value }) => [field.id, value]));
        const answers = this.answers.get(ref);
        return answers ? { update: ref, revision, set, answers } : { update: ref, revision, set };
    }

    private async settle(outcome: Outcome, groups: readonly (readonly Edit[])[], rows: readonly NewRow[]): Promise<void> {
        if ('accepted' in outcome) {
            // The stream will say the same in a moment; until then the old values must not come back.
            this.parts.happened({ ...outcome.accepted, actor: '', reason: null });
            this.rows = this.rows.filter((row) => !rows.includes(row));
            this.putBack(groups.flat());
            return;
        }
        const complaints = 'asked' in outcome ? outcome.asked : outcome.refused;
        const stale = complaints.filter(({ code }) => code === 'stale');
        if (stale.length === complaints.length && (await this.overtaken(stale, groups))) {
            this.sending = false;
            await this.send();
            return;
        }
        this.mark(complaints.filter((each) => !stale.includes(each)), groups, rows);
        const first = this.all.find(({ trouble }) => trouble !== undefined && trouble.kind !== 'waits');
        this.parts.stopped(first ?? null);
    }

    private mark(complaints: readonly (Problem | Prompt)[], groups: readonly (readonly Edit[])[], rows: readonly NewRow[]): void {
        for (const complaint of complaints) {
            const { request, field } = locate(complaint.at);
            const group = groups[request];
            const edit = group?.find((each) => each.field.id === field) ?? group?.[0];
            if (edit) this.put([{ ...edit, trouble: joined(this.of(edit.ref, edit.field.id)?.trouble, complaint) }]);
            else this.complain(rows[request - groups.length], complaint);
        }
    }

    private complain(row: NewRow | undefined, complaint: Problem | Prompt): void {
        const problem: Problem = 'question' in complaint ? { code: complaint.code, at: complaint.at, message: complaint.question } : complaint;
        this.rows = this.rows.map((each) => (each === row ? { ...each, problems: [...(each.problems ?? []), problem] } : each));
    }

    /** An item changed in another field is no conflict in this one; says whether all of it can go on. */
    private async overtaken(stale: readonly { readonly at: string }[], groups: readonly (readonly Edit[])[]): Promise<boolean> {
        const rows = stale.map(({ at }) => groups[locate(at).request] ?? []).filter((group) => group.length > 0);
        const free = await Promise.all(rows.map((group) => this.compare(group)));
        return free.length > 0 && free.every(Boolean);
    }

    private async compare(group: readonly Edit[]): Promise<boolean> {
        const ref = group[0]?.ref ?? '';
        const [item, versions] = await Promise.all([this.parts.query.item(ref).catch(() => null), this.parts.query.history(ref).catch(() => [])]);
        let isFree = item !== null;
        const compared = group.map((edit): Edit => {
            const theirs = item?.values[edit.field.id] ?? null;
            if (item && same(theirs, edit.was)) return { ...edit, revision: item.revision };
            isFree = false;
            const version = versions.find((each) => each.after !== null && edit.field.id in each.after) ?? versions[0];
            return { ...edit, trouble: { kind: 'stale', theirs, who: version?.actor ?? null, time: version?.time ?? null } };
        });
        this.put(compared);
        return isFree;
    }

    private put(edits: readonly Edit[]): void {
        edits.forEach((edit) => this.edits.set(keyOf(edit.ref, edit.field.id), edit));
        this.parts.changed(edits);
    }
}

/** Together what is one request: a row is written once. */
function byRow(edits: readonly Edit[]): readonly (readonly Edit[])[] {
    const rows = new Map<string, Edit[]>();
    edits.forEach((edit) => rows.set(edit.ref, [...(rows.get(edit.ref) ?? []), edit]));
    return [...rows.values()];
}

function joined(before: Trouble | undefined, complaint: Problem | Prompt): Trouble {
    if ('question' in complaint) return { kind: 'asked', prompts: [...(before?.kind === 'asked' ? before.prompts : []), complaint] };
    return { kind: 'refused', problems: [...(before?.kind === 'refused' ? before.problems : []), complaint] };
}

function keyOf(ref: string, field: string): string {
    return `${ref} ${field}`;
}
