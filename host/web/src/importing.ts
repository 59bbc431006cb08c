import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Refusal, type Client, type Problem, type Table } from './client';
import { Imports, type Progress, type Report, type RowProblem } from './imports';
import { mark } from './marks';
import { FollowsSettings, t, tCount, text } from './settings';
import { inBoth, type WordKey } from './words';

const PROBLEMS_SHOWN = 50;

type Stage =
    | { readonly at: 'choosing' }
    | { readonly at: 'running'; readonly progress: Progress | null; readonly stop: AbortController }
    | { readonly at: 'previewed'; readonly report: Report }
    | { readonly at: 'refused'; readonly problem: Pick<Problem, 'message' | 'hint'> };

/** Choose a file, see what would come of it, then bring it in; nothing is written before the last. */
export class ImportDialog extends LitElement {
    private imports: Imports | null = null;
    private table: Table | null = null;
    private done: (report: Report, name: string) => void = () => undefined;
    private file: File | null = null;
    private mapping: Readonly<Record<string, string>> = {};
    private stage: Stage = { at: 'choosing' };

    constructor() {
        super();
        new FollowsSettings(this);
    }

    ask(client: Client, table: Table, done: (report: Report, name: string) => void): void {
        this.imports = new Imports(client);
        this.table = table;
        this.done = done;
        this.startOver();
        void this.updateComplete.then(() => this.dialog().showModal());
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private startOver(): void {
        this.file = null;
        this.mapping = {};
        this.to({ at: 'choosing' });
    }

    private to(stage: Stage): void {
        this.stage = stage;
        this.requestUpdate();
    }

    private choose(files: FileList | null | undefined): void {
        this.take(files?.[0] ?? null);
    }

    private take(file: File | null): void {
        this.file = file;
        this.mapping = {};
        if (file) void this.preview();
    }

    /** Cells that were copied, as they stand on the clipboard: a table of a page, else text with tabs. */
    private pasted(event: ClipboardEvent): void {
        const clipboard = event.clipboardData;
        if (!clipboard || this.stage.at === 'running' || event.target instanceof HTMLSelectElement) return;
        event.preventDefault();
        const page = clipboard.getData('text/html');
        const words = clipboard.getData('text/plain');
        if (clipboard.files.length > 0) this.choose(clipboard.files);
        else if (/<table/i.test(page)) this.take(new File([page], t('import.pasted', { ending: 'html' }), { type: 'text/html' }));
        else if (words.trim() !== '') this.take(new File([words], t('import.pasted', { ending: 'tsv' }), { type: 'text/tab-separated-values' }));
    }

    private map(header: string, field: string): void {
        const others = Object.entries(this.mapping).filter(([known]) => known !== header);
        this.mapping = Object.fromEntries(field === '' ? others : [...others, [header, field]]);
        void this.preview();
    }

    private async preview(): Promise<void> {
        const report = await this.run(true);
        if (report) this.to({ at: 'previewed', report });
    }

    private async write(): Promise<void> {
        const name = this.file?.name ?? '';
        const report = await this.run(false);
        if (report?.revision === null) this.to({ at: 'previewed', report });
        if (!report || report.revision === null) return;
        this.dialog().close();
        this.done(report, name);
    }

    /** Nothing where it was stopped or refused; the stage then says so. */
    private async run(dryRun: boolean): Promise<Report | null> {
        const { file, table, imports, mapping } = this;
        if (!file || !table || !imports) return null;
        if (this.stage.at === 'running') this.stage.stop.abort();
        const stop = new AbortController();
        this.to({ at: 'running', progress: null, stop });
        const told = (progress: Progress) => {
            if (!stop.signal.aborted) this.to({ at: 'running', progress, stop });
        };
        try {
            return await imports.run({ table: table.id, file, mapping, dryRun }, told, stop.signal);
        } catch (failure) {
            if (!stop.signal.aborted) this.to({ at: 'refused', problem: why(failure) });
            return null;
        }
    }

    private stop(): void {
        if (this.stage.at === 'running') this.stage.stop.abort();
        this.startOver();
    }

    protected override render(): TemplateResult {
        return html`<dialog
            class="wb-import"
            aria-label=${t('import.title', { table: text(this.table?.label) })}
            @close=${() => this.stop()}
            @dragover=${(event: DragEvent) => event.preventDefault()}
            @drop=${(event: DragEvent) => this.dropped(event)}
            @paste=${(event: ClipboardEvent) => this.pasted(event)}
        >
            <header>
                <h2>${t('import.title', { table: text(this.table?.label) })}</h2>
                <button class="icon" aria-label=${t('import.close')} @click=${() => this.dialog().close()}>${mark('cross')}</button>
            </header>
            ${this.body()}
        </dialog>`;
    }

    private dropped(event: DragEvent): void {
        event.preventDefault();
        this.choose(event.dataTransfer?.files);
    }

    private body(): TemplateResult {
        switch (this.stage.at) {
            case 'choosing':
                return this.chooser();
            case 'running':
                return this.progress(this.stage.progress);
            case 'previewed':
                return this.report(this.stage.report);
            case 'refused':
                return html`<p class="wb-problem" role="alert">
                        ${mark('warning')}<span><strong>${text(this.stage.problem.message)}</strong> ${text(this.stage.problem.hint)}</span>
                    </p>
                    <footer>${this.other()}</footer>`;
        }
    }

    private chooser(): TemplateResult {
        return html`<p>${t('import.what')}</p>
            <div class="wb-drop">${mark('file')}<span>${t('import.drop')}</span>${this.input('import.choose')}</div>
            <textarea class="wb-paste" rows="2" aria-label=${t('import.paste')} placeholder=${t('import.paste')}></textarea>
            <p class="wb-hint">${t('import.forms')}</p>`;
    }

    private input(words: WordKey): TemplateResult {
        return html`<label class="wb-file"
            >${t(words)}<input
                type="file"
                accept=".csv,.tsv,.txt,.xlsx,.md,.html,.htm,.jsonl,.json"
                @change=${(event: Event) => this.choose((event.target as HTMLInputElement).files)}
        /></label>`;
    }

    private other(): TemplateResult {
        return this.input('import.other');
    }

    private progress(progress: Progress | null): TemplateResult {
        const phase = t(`import.phase.${progress?.phase ?? 'reading'}`);
        const known = progress !== null && progress.total > 0;
        return html`<div class="wb-progress" role="status">
                <label for="import-progress">${phase}</label>
                <progress id="import-progress" max="1" value=${known ? progress.done / progress.total : nothing}></progress>
                <span>${known ? `${progress.done.toLocaleString('en-US')} / ${progress.total.toLocaleString('en-US')}` : ''}</span>
            </div>
            <footer><button @click=${() => this.stop()}>${t('import.stop')}</button></footer>`;
    }

    private report(report: Report): TemplateResult {
        const writes = report.new + report.changed;
        const good = report.problems.length === 0;
        return html`<p class="wb-import-file">${this.file?.name}${report.encoding === '' ? '' : ` · ${report.encoding}`}</p>
            <dl class="wb-counts">
                ${(['new', 'changed', 'same', 'conflict'] as const).map(
                    (kind) => html`<div class=${kind}><dt>${t(`import.${kind}`)}</dt><dd>${report[kind].toLocaleString('en-US')}</dd></div>`,
                )}
            </dl>
            ${this.columns(report)} ${this.problems(report.problems.filter((problem) => problem.code !== 'unknown-column'))}
            <footer>
                ${this.other()}
                <span class="wb-gap"></span>
                <span class="wb-hint">${good ? (writes === 0 ? t('import.nothing') : '') : t('import.notYet')}</span>
                <button class="primary" ?disabled=${!good || writes === 0} @click=${() => void this.write()}>
                    ${t('import.write', { count: tCount('status.rows', writes) })}
                </button>
            </footer>`;
    }

    /** Headers nobody knew, each with the fields it could be. */
    private columns(report: Report): TemplateResult | typeof nothing {
        const headers = [...new Set([...report.ignored, ...Object.keys(this.mapping)])];
        if (headers.length === 0) return nothing;
        const fields = this.table?.fields.filter((field) => !['computed', 'rollup', 'lookup'].includes(field.type)) ?? [];
        return html`<section class="wb-unknown">
            <h3>${t('import.unknown')}</h3>
            ${headers.map(
                (header) => html`<label
                    >${header}<select class="field" @change=${(event: Event) => this.map(header, (event.target as HTMLSelectElement).value)}>
                        <option value="" ?selected=${!(header in this.mapping)}>${t('import.decide')}</option>
                        <option value="-" ?selected=${this.mapping[header] === '-'}>${t('import.leaveOut')}</option>
                        ${fields.map((field) => html`<option value=${field.id} ?selected=${this.mapping[header] === field.id}>${text(field.label)}</option>`)}
                    </select></label
                >`,
            )}
        </section>`;
    }

    private problems(problems: readonly RowProblem[]): TemplateResult | typeof nothing {
        if (problems.length === 0) return nothing;
        const more = problems.length - PROBLEMS_SHOWN;
        return html`<section class="wb-row-problems" role="alert" tabindex="0">
            <h3>${t('import.problems', { count: problems.length })}</h3>
            <ol>
                ${problems.slice(0, PROBLEMS_SHOWN).map(
                    (problem) => html`<li>
                        <span>${problem.row > 0 ? t('import.row', { row: problem.row }) : ''} ${problem.column}</span>
                        <p><strong>${text(problem.message)}</strong> ${text(problem.hint)}</p>
                    </li>`,
                )}
            </ol>
            ${more > 0 ? html`<p>${t('import.more', { count: more })}</p>` : nothing}
        </section>`;
    }

    private dialog(): HTMLDialogElement {
        const dialog = this.querySelector('dialog');
        if (!dialog) throw new Error('the import has no dialog');
        return dialog;
    }
}

function why(failure: unknown): Pick<Problem, 'message' | 'hint'> {
    const offline = { message: inBoth('prompt.offline'), hint: inBoth('unreachable.what') };
    return failure instanceof Refusal ? (failure.problems[0] ?? offline) : offline;
}

customElements.define('wb-import', ImportDialog);
