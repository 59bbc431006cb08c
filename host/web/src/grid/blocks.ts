import type { Commit, Field, Item, Problem, Value } from '../client';
import { same } from '../model';
import { t, tCount } from '../settings';
import { isUnset, type Reading } from '../values';
import type { Given } from '../view';
import { cellFor, copied, fromHtml, fromTsv, sizeOfBlock, toHtml, toTsv, type Block, type Copied } from './block';
import type { Edit } from './edits';
import { around, landing, sizeOf, type At, type Range } from './range';
import { seriesOf } from './series';
import { Step, type NewRow } from './step';
import { Understanding } from './understanding';
import { unreadProblem } from './unread';

/** So many rows at once; more is what import and export are for. */
const MOST_ROWS = 10_000;

export type Deed = 'pasted' | 'filled' | 'cellsCleared' | 'moved';

export interface BlocksParts {
    readonly given: Given;
    readonly reading: Reading;
    /** The selected cells; null without a cursor. */
    range(): Range | null;
    select(range: Range): void;
    fields(): readonly Field[];
    total(): number;
    held(from: number, to: number): readonly Item[] | null;
    read(from: number, to: number): Promise<readonly Item[]>;
    readOnly(field: Field, item: Item): string | null;
    valueOf(field: Field, item: Item): Value;
    draftTyped(field: Field, value: Value): void;
    happened(commit: Commit): void;
    changed(edits: readonly Edit[]): void;
    stopped(first: Edit | null): void;
    /** Said at the cursor. */
    note(words: string): void;
    /** Whether rows that do not exist yet should be made; null where nothing at all should happen. */
    askForRows(count: number): Promise<boolean | null>;
}

/** Whole blocks of cells: copied, cut, pasted, filled and cleared, each as one step. */
export class Blocks {
    readonly step: Step;
    private deed: Deed = 'pasted';
    private cut: { readonly text: string; readonly cells: readonly Edit[] } | null = null;

    constructor(private readonly parts: BlocksParts) {
        const { query, submit } = parts.given;
        this.step = new Step({
            query,
            submit,
            name: (cells) => this.nameOf(this.deed, cells),
            changed: (edits) => parts.changed(edits),
            happened: (commit) => parts.happened(commit),
            stopped: (first) => parts.stopped(first),
        });
    }

    /** Puts the selected cells on the clipboard; at once where they are all here, else when they have come. */
    async copy(clipboard: DataTransfer | null): Promise<Block | null> {
        const range = this.parts.range();
        if (!range || this.isTooMany(range)) return null;
        const held = this.parts.held(range.top, range.bottom);
        if (held && clipboard) {
            const block = this.blockOf(range, held);
            clipboard.setData('text/plain', toTsv(block));
            clipboard.setData('text/html', toHtml(block));
            return block;
        }
        const block = this.parts.read(range.top, range.bottom).then((items) => this.blockOf(range, items));
        const as = (type: string, write: (block: Block) => string) => block.then((read) => new Blob([write(read)], { type }));
        await navigator.clipboard.write([new ClipboardItem({ 'text/plain': as('text/plain', toTsv), 'text/html': as('text/html', toHtml) })]);
        return block;
    }

    /** Copies, and clears what was copied when it is pasted: nothing is lost where it never is. */
    async cutOut(clipboard: DataTransfer | null): Promise<void> {
        const range = this.parts.range();
        const block = await this.copy(clipboard);
        if (!range || !block) return;
        const items = await this.parts.read(range.top, range.bottom);
        const cells = items.flatMap((item) => this.columns(range).flatMap((field) => this.edit(item, field, null) ?? []));
        this.cut = { text: toTsv(block), cells };
        this.parts.note(t('grid.cut.note'));
    }

    async paste(clipboard: DataTransfer): Promise<void> {
        const html = clipboard.getData('text/html');
        const text = clipboard.getData('text/plain');
        const range = this.parts.range();
        const block = (html === '' ? null : fromHtml(html)) ?? fromTsv(text);
        if (!range || (text === '' && html === '')) return;
        const cut = this.cut?.text === text ? this.cut.cells : [];
        this.cut = null;
        await this.write(block, landing(sizeOfBlock(block), range), range, cut.length > 0 ? 'moved' : 'pasted', cut);
    }

    /** The first row of the selection into all of it; of a single row, the one above. */
    async fillDown(): Promise<void> {
        const range = this.parts.range();
        if (!range || (range.top === range.bottom && range.top === 0)) return;
        const from = range.top === range.bottom ? range.top - 1 : range.top;
        await this.fill({ ...range, top: from, bottom: from }, { ...range, top: from + 1 });
    }

    async fill(source: Range, added: Range): Promise<void> {
        if (this.isTooMany(added) || this.isTooMany(source)) return;
        const items = await this.parts.read(source.top, source.bottom);
        const block = this.blockOf(source, items);
        const isDown = added.left === source.left && added.right === source.right;
        if (isDown) await this.write(this.continued(source, added, items, block), added, around(source, added), 'filled', []);
        else await this.write(block, added, source, 'filled', []);
    }

    /** A block over the source and what is added to it: a column that counts goes on counting, others repeat. */
    private continued(source: Range, added: Range, items: readonly Item[], block: Block): Block {
        const whole = around(source, added);
        const fields = this.columns(source);
        const series = fields.map((field) => seriesOf(field, items.map((item) => this.parts.valueOf(field, item))));
        return Array.from({ length: sizeOf(whole).rows }, (_, row) =>
            fields.map((field, column) => {
                const place = whole.top + row - source.top;
                const next = series[column];
                const repeated = cellFor(block, { row: 0, column: 0 }, { row: place, column });
                return next ? copied(field, next(place), this.parts.reading) : repeated;
            }),
        );
    }

    async clear(): Promise<void> {
        const range = this.parts.range();
        if (range) await this.write([[{ text: '' }]], range, range, 'cellsCleared', []);
    }

    private async write(block: Block, aim: Range, origin: Range, deed: Deed, cleared: readonly Edit[]): Promise<void> {
        if (this.isTooMany(aim)) return;
        const last = this.parts.total() - 1;
        const beyond = Math.max(0, aim.bottom - Math.max(last, aim.top - 1));
        const makesRows = beyond === 0 ? false : await this.parts.askForRows(beyond);
        if (makesRows === null) return;
        const items = aim.top > last ? [] : await this.parts.read(aim.top, Math.min(aim.bottom, last));
        const from: At = { row: origin.top, column: origin.left };
        const copiedAt = (row: number, column: number) => cellFor(block, from, { row, column });
        const fields = this.columns(aim);
        const understanding = new Understanding(this.parts.given.query, new Date());
        const rows = Array.from({ length: sizeOf(aim).rows }, (_, row) => aim.top + row);
        for (const [column, field] of fields.entries()) {
            await understanding.prepare(field, rows.map((row) => copiedAt(row, aim.left + column)));
        }
        const read = (field: Field, row: number, column: number) => this.understood(understanding, field, copiedAt(row, aim.left + column));
        const locked: string[] = [];
        const edits = items.flatMap((item, index) =>
            fields.flatMap((field, column) => {
                const why = this.parts.readOnly(field, item);
                if (why !== null) locked.push(why);
                const { value, problem } = read(field, aim.top + index, column);
                return why === null ? (this.edit(item, field, value, problem) ?? []) : [];
            }),
        );
        const made = makesRows ? rows.filter((row) => row > last) : [];
        const newRows = made.map((row) => this.newRow(fields.map((field, column) => [field, read(field, row, column)] as const)));
        if (deed !== 'filled') this.parts.select({ ...aim, bottom: Math.min(aim.bottom, Math.max(last, aim.top)), right: aim.left + fields.length - 1 });
        await this.begin(deed, [...cleared, ...edits], newRows, locked);
    }

    private async begin(deed: Deed, edits: readonly Edit[], rows: readonly NewRow[], locked: readonly string[]): Promise<void> {
        if (edits.length + rows.length === 0) {
            if (locked[0] !== undefined) this.parts.note(locked[0]);
            return;
        }
        if (locked.length > 0) this.parts.note(tCount('grid.skipped', locked.length));
        this.deed = deed;
        this.step.add(edits, rows);
        const first = edits.find(({ trouble }) => trouble !== undefined);
        if (first) this.parts.stopped(first);
        else await this.step.send();
    }

    private understood(understanding: Understanding, field: Field, cell: Copied): { value: Value; problem?: Problem } {
        const { value, understood } = understanding.read(field, cell);
        return understood ? { value } : { value: cell.text, problem: unreadProblem(field, cell.text) };
    }

    /** Nothing where the cell has that value already. */
    private edit(item: Item, field: Field, value: Value, problem?: Problem): Edit | null {
        if (item.ref === '') {
            if (!problem) this.parts.draftTyped(field, value);
            return null;
        }
        const was = item.values[field.id] ?? null;
        if ((isUnset(was) && isUnset(value)) || same(was, value)) return null;
        const edit = { ref: item.ref, field, was, value, revision: item.revision };
        return problem ? { ...edit, trouble: { kind: 'refused', problems: [problem] } } : edit;
    }

    private newRow(cells: readonly (readonly [Field, { value: Value; problem?: Problem }])[]): NewRow {
        const table = this.parts.given.subject.table.id;
        const set = cells.filter(([field, { value }]) => this.parts.readOnly(field, { ref: '', revision: 0, values: {} }) === null && !isUnset(value));
        const values = Object.fromEntries(set.map(([field, { value }]) => [field.id, value]));
        const problems = set.flatMap(([, { problem }]) => problem ?? []);
        return problems.length > 0 ? { table, values, problems } : { table, values };
    }

    private blockOf(range: Range, items: readonly Item[]): Block {
        const fields = this.columns(range);
        return items.map((item) => fields.map((field) => copied(field, this.parts.valueOf(field, item), this.parts.reading)));
    }

    private columns(range: Range): readonly Field[] {
        return this.parts.fields().slice(range.left, range.right + 1);
    }

    private isTooMany(range: Range): boolean {
        const { rows } = sizeOf(range);
        if (rows <= MOST_ROWS) return false;
        this.parts.note(t('grid.range.tooMany', { count: rows.toLocaleString('en-US'), most: MOST_ROWS.toLocaleString('en-US') }));
        return true;
    }

    private nameOf(deed: Deed, cells: number): () => string {
        return () => tCount(`done.${deed}`, cells);
    }

    /** What a selection comes to, in words: how large it is, and the sum of its numbers. */
    summary(): string {
        const range = this.parts.range();
        if (!range) return '';
        const { rows, columns } = sizeOf(range);
        return t('grid.range', { rows: rows.toLocaleString('en-US'), columns });
    }
}
