import type { Answers, Field, Item, Outcome, Problem, Values } from '../../client';
import type { CellPrompt } from '../../grid/prompt';
import { same } from '../../model';
import { settings, t, text } from '../../settings';
import { isEditable, plain, shown, type Reading } from '../../values';
import type { Given } from '../../view';
import { listed } from '../../words';
import { isWritten } from './control';
import type { ItemForm } from './form';
import { fieldAt, Moves, type Move } from './moves';

export interface WritingParts {
    readonly given: Given;
    readonly reading: Reading;
    /** What a form shows beside the fields that must be filled in. */
    readonly fields: readonly Field[];
    prompt(): CellPrompt;
    form(): ItemForm;
    layer(): HTMLElement;
    anchorOf(ref: string): Element | null;
    focus(ref: string): void;
    titleOf(ref: string): string;
    isPast(): boolean;
    changed(): void;
}

type Accepted = Extract<Outcome, { accepted: unknown }>;

/** All that a view of cards, bars or days writes, and what is said and asked where it was written. */
export class Writing {
    readonly moves: Moves;

    constructor(private readonly parts: WritingParts) {
        const { query, submit } = parts.given;
        this.moves = new Moves(query, submit, (move) => this.nameOf(move));
        this.moves.listen((move, done) => this.moved(move, done));
    }

    /** Why nothing can be changed here, in the reader's language; null where it can. */
    blocked(field?: Field): string | null {
        if (this.parts.isPast()) return t('grid.past.note');
        if (this.parts.given.subject.table.append) return t('grid.append.note');
        return field && !isEditable(field) ? t('grid.computed.note') : null;
    }

    /** Sets fields of an item; `field` is the one that is talked about. */
    move(item: Item, field: Field, set: Values): void {
        const why = this.blocked(field);
        if (why !== null) {
            this.parts.given.frame.say(why);
            return;
        }
        const now = this.moves.values(item);
        const ids = Object.keys(set);
        if (ids.every((id) => same(set[id], now[id]))) return;
        const was = Object.fromEntries(ids.map((id) => [id, this.moves.of(item.ref)?.was[id] ?? now[id] ?? null]));
        void this.moves.save({ ref: item.ref, field, was, set, revision: item.revision });
    }

    edit(item: Item): void {
        const why = this.blocked();
        if (why !== null) this.parts.given.frame.say(why);
        else this.open(item, this.parts.fields.filter(isWritten), this.moves.values(item));
    }

    /** A new item that begins with these values, told of at the place where it will stand. */
    add(values: Values, anchor: () => Element | null, created: (ref: string) => void): void {
        if (this.parts.isPast()) {
            this.parts.given.frame.say(t('grid.past.note'));
            return;
        }
        const { given, reading } = this.parts;
        const { table } = given.subject;
        const needed = table.fields.filter((field) => field.required && !this.parts.fields.includes(field));
        const fields = [...this.parts.fields, ...needed].filter(isWritten);
        this.parts.form().show({
            title: t('planning.new', { table: text(table.label) }),
            fields,
            values,
            problems: [],
            all: true,
            query: given.query,
            reading,
            anchor,
            layer: () => this.parts.layer(),
            save: (set, answers) => given.submit({ requests: [{ create: table.id, values: { ...hidden(values, fields), ...set }, answers }] }, () => t('done.created', { title: plain(set[table.title] ?? '') })),
            saved: ({ accepted }) => {
                this.moves.accept(accepted.revision);
                created(accepted.changes[0]?.ref ?? '');
            },
            cancelled: () => this.parts.changed(),
        });
    }

    place(): void {
        this.parts.prompt().place();
        if (this.parts.form().isOpen) this.parts.form().place();
    }

    /** Opens again what an item waits for; says whether it waits. */
    reopen(ref: string): boolean {
        const move = this.moves.of(ref);
        if (!move?.trouble) return false;
        this.ask(move);
        return true;
    }

    putBack(ref: string): boolean {
        if (!this.moves.of(ref)) return false;
        this.moves.putBack(ref);
        return true;
    }

    private open(item: Item, fields: readonly Field[], values: Values, move?: Move): void {
        const { given, reading } = this.parts;
        let { revision } = move ?? item;
        const problems = (move?.trouble?.kind === 'refused' ? move.trouble.problems : []) satisfies readonly Problem[];
        this.parts.form().show({
            title: this.parts.titleOf(item.ref),
            fields,
            values,
            problems,
            all: false,
            query: given.query,
            reading,
            anchor: () => this.parts.anchorOf(item.ref),
            layer: () => this.parts.layer(),
            save: async (set, answers) => {
                const outcome = await this.send(item.ref, revision, { ...move?.set, ...set }, answers);
                // Saving once more is then on top of what the refusal told of.
                if ('refused' in outcome && outcome.refused.some(({ code }) => code === 'stale')) revision = (await given.query.item(item.ref)).revision;
                return outcome;
            },
            saved: (outcome) => this.saved(item.ref, outcome, move),
            cancelled: () => {
                this.moves.putBack(item.ref);
                this.parts.focus(item.ref);
            },
        });
    }

    private send(ref: string, revision: number, set: Values, answers: Answers): Promise<Outcome> {
        const title = this.parts.titleOf(ref);
        const names = this.parts.given.subject.table.fields.filter((field) => field.id in set).map((field) => text(field.label));
        return this.parts.given.submit({ requests: [{ update: ref, revision, set, answers }] }, () => t('planning.done', { title, fields: listed(settings.language, names) }));
    }

    private saved(ref: string, { accepted }: Accepted, move?: Move): void {
        const after = accepted.changes.find((change) => change.ref === ref)?.after ?? {};
        if (move) this.moves.land(move, accepted.revision, after);
        else this.moves.accept(accepted.revision);
        this.parts.changed();
        this.parts.focus(ref);
    }

    private moved(move: Move, done: boolean): void {
        this.parts.changed();
        const prompt = this.parts.prompt();
        if (!done && move.trouble) this.ask(move);
        else if (prompt.shows?.ref === move.ref) prompt.close();
    }

    private ask(move: Move): void {
        const { table } = this.parts.given.subject;
        const needed = move.needs?.map((problem) => table.fields.find((field) => field.id === fieldAt(problem.at)));
        const { ref, field, revision, trouble } = move;
        if (needed?.every((each) => each !== undefined && isWritten(each))) {
            this.open({ ref, revision, values: move.was }, needed as Field[], {}, move);
            return;
        }
        const edit = { ref, field, was: move.was[field.id] ?? null, value: move.set[field.id] ?? null, revision, ...(trouble ? { trouble } : {}) };
        const then = (work: () => unknown) => () => {
            this.parts.prompt().close();
            work();
            this.parts.focus(ref);
        };
        this.parts.prompt().open(
            edit,
            {
                title: [this.parts.titleOf(ref), text(field.label)].join(' · '),
                anchor: () => this.parts.anchorOf(ref) as HTMLElement | null,
                show: (value) => shown(field, value, this.parts.reading),
                putBack: then(() => this.moves.putBack(ref)),
                keepTyping: () => {
                    this.parts.prompt().close();
                    this.open({ ref, revision, values: move.was }, [field], { ...move.was, ...move.set }, move);
                },
                answer: (answers) => then(() => this.moves.save(move, answers))(),
                saveOnTop: then(() => this.moves.saveOnTop(move)),
                retry: then(() => this.moves.save(move)),
            },
            true,
        );
    }

    private nameOf({ ref, field, set }: Move): () => string {
        const title = this.parts.titleOf(ref);
        return () => t('done.updated', { title, field: text(field.label), value: shown(field, set[field.id], this.parts.reading) });
    }
}

/** What a new item begins with and the form does not show. */
function hidden(values: Values, fields: readonly Field[]): Values {
    return Object.fromEntries(Object.entries(values).filter(([id]) => !fields.some((field) => field.id === id)));
}
