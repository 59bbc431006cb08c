import { Unreachable } from '../client';
import type { Dispose } from '../feed';
import { t } from '../settings';
import { Blocks } from './blocks';
import type { Editing, EditingParts } from './editing';
import type { Edit } from './edits';
import { distinct } from './located';
import type { PromptActions } from './prompt';
import { cellsIn } from './range';
import { RangeSelection } from './selection';
import type { StepBarActions, StepBarState } from './stepbar';
import type { Surface } from './surface';

/** More cells than this are drawn anew all together. */
const FEW = 50;

/** What is selected, and what is done to all of it: between the keys, the clipboard and the step. */
export class Ranges {
    readonly blocks: Blocks;
    private readonly selection: RangeSelection;
    private rowsAsked: { readonly count: number; decide(make: boolean | null): void } | null = null;

    constructor(
        private readonly parts: EditingParts,
        private readonly surface: Surface,
        private readonly editing: Editing,
    ) {
        this.selection = new RangeSelection({
            sheet: surface.sheet,
            commit: () => surface.commitEdit(),
            changed: () => parts.changed(),
            filled: (source, added) => this.run(() => this.blocks.fill(source, added)),
        });
        this.blocks = new Blocks({
            given: parts.given,
            reading: parts.reading,
            range: () => this.selection.range,
            select: (range) => this.selection.select(range),
            fields: () => surface.shownFields,
            total: () => surface.length,
            held: (from, to) => surface.held(from, to),
            read: (from, to) => surface.read(from, to),
            readOnly: (field, item) => editing.readOnly(field, item),
            valueOf: (field, item) => editing.value(field, item),
            draftTyped: (field, value) => editing.draftTyped(field, value),
            happened: (commit) => editing.happened(commit),
            changed: (edits) => this.changed(edits),
            stopped: (first) => this.stopped(first),
            note: (words) => this.note(words),
            askForRows: (count) => this.askForRows(count),
        });
    }

    get step() {
        return this.blocks.step;
    }

    /** The keys of a ready cell that mean all of the selection; says whether it was one. */
    press(event: KeyboardEvent): boolean {
        if (this.selection.press(event)) return true;
        const isControl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
        if (isControl && event.key.toLowerCase() === 'd') this.run(() => this.blocks.fillDown());
        else if (event.key === 'Delete' && this.selection.isWide && !isControl) this.run(() => this.blocks.clear());
        else return false;
        return true;
    }

    /** Copy, cut and paste come from the browser, so that its menus and other keyboards do them too. */
    listen(container: HTMLElement): Dispose {
        const on = (name: 'copy' | 'cut' | 'paste', work: (clipboard: DataTransfer) => Promise<unknown>) => {
            const heard = (event: ClipboardEvent) => {
                if (this.surface.editor?.isTyping || !this.selection.range || !event.clipboardData) return;
                event.preventDefault();
                const clipboard = event.clipboardData;
                this.run(() => work(clipboard));
            };
            container.addEventListener(name, heard);
            return () => container.removeEventListener(name, heard);
        };
        // Without these nothing is copied from, or pasted into, a field that is empty or only read.
        const before = (event: Event) => this.surface.editor?.isTyping || event.preventDefault();
        const names = ['beforecopy', 'beforecut', 'beforepaste'];
        names.forEach((name) => container.addEventListener(name, before));
        const disposals = [
            on('copy', (clipboard) => this.blocks.copy(clipboard)),
            on('cut', (clipboard) => (this.parts.isPast() ? this.blocks.copy(clipboard) : this.blocks.cutOut(clipboard))),
            on('paste', (clipboard) => this.blocks.paste(clipboard)),
            () => names.forEach((name) => container.removeEventListener(name, before)),
            () => this.selection.dispose(),
        ];
        return () => disposals.forEach((dispose) => dispose());
    }

    get words(): string {
        const range = this.selection.range;
        return range && cellsIn(range) > 1 ? this.blocks.summary() : '';
    }

    repaint(): void {
        this.selection.paint();
    }

    barState(): StepBarState | null {
        const { step } = this;
        if (!step.isOpen && !this.rowsAsked) return null;
        return {
            rowsAsked: this.rowsAsked?.count ?? null,
            sending: step.sending,
            offline: step.offline,
            total: step.all.length,
            waiting: step.waiting.length,
            refused: step.troubled('refused').length,
            asked: step.troubled('asked').length,
            stale: step.troubled('stale').length,
            rows: step.newRows,
        };
    }

    readonly barActions: StepBarActions = {
        decideRows: (make) => this.rowsAsked?.decide(make),
        send: () => this.run(() => this.step.send()),
        next: () => this.stopped(this.troubles[0] ?? null),
        putAllBack: () => {
            this.step.putAllBack();
            this.surface.focusAgain();
        },
        leaveOutRows: () => this.step.leaveOutRows(),
    };

    private get troubles(): readonly Edit[] {
        return this.step.all.filter(({ trouble }) => trouble !== undefined && trouble.kind !== 'waits');
    }

    /** What the prompt at a cell of the step does. */
    actionsFor(edit: Edit, plain: PromptActions): PromptActions {
        const again = (work: () => unknown) => () => {
            work();
            this.surface.focus(edit.ref, edit.field.id);
        };
        return {
            ...plain,
            putBack: again(() => this.step.putBack([edit])),
            answer: (answers) => this.run(() => this.step.answer(answers)),
            saveOnTop: again(() => this.run(() => this.step.onTop(edit))),
            retry: () => this.run(() => this.step.send()),
        };
    }

    /** The prompt opens where the first trouble is; a question once for all cells that were asked it. */
    private stopped(first: Edit | null): void {
        if (!first) return;
        if (first.trouble?.kind !== 'asked') {
            this.editing.showAt(first);
            return;
        }
        const asked = this.step.troubled('asked');
        const prompts = distinct(asked.flatMap(({ trouble }) => (trouble?.kind === 'asked' ? trouble.prompts : [])));
        this.editing.showAt({ ...first, trouble: { kind: 'asked', prompts } }, asked.length);
    }

    private changed(edits: readonly Edit[]): void {
        if (edits.length > FEW) this.surface.redraw();
        else edits.forEach(({ ref, field }) => this.surface.update(ref, field.id));
        this.editing.settled();
        this.parts.changed();
    }

    private askForRows(count: number): Promise<boolean | null> {
        this.rowsAsked?.decide(null);
        return new Promise((resolve) => {
            const decide = (make: boolean | null) => {
                this.rowsAsked = null;
                this.parts.changed();
                this.surface.focusAgain();
                resolve(make);
            };
            this.rowsAsked = { count, decide };
            this.parts.changed();
        });
    }

    private note(words: string): void {
        const range = this.selection.range;
        const cell = range && this.surface.sheet.getCellNode(range.top, range.left);
        if (cell) this.editing.note(cell, words);
        else this.parts.given.frame.say(words);
    }

    private run(work: () => unknown): void {
        const done = async () => {
            try {
                await work();
            } catch (failure) {
                if (!(failure instanceof Unreachable)) throw failure;
                this.note(t('prompt.offline'));
            }
        };
        void done();
    }
}
