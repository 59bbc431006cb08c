import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Refusal, Unreachable, type Item, type Problem } from '../client';
import type { Dispose } from '../feed';
import { mark } from '../marks';
import type { ReportInput, ReportQuestion, ReportSpec, Sheet } from '../reports';
import { FollowsSettings, settings, t, text } from '../settings';
import '../styles/report.css';
import { titleIn } from '../titles';
import type { Given, View } from '../view';
import { optionProblem } from './form/parts';
import { told } from './report/inputs';
import { reportOptions } from './report/options';
import { sheetOf } from './report/sheet';

const SETTLE_MILLIS = 400;
const MOST_CHOICES = 1000;

/** A page a tracker makes of what it is told, as of any day: read here, printed and kept as a file. */
export class ReportView extends LitElement implements View {
    private given: Given | null = null;
    private problem: Problem | null = null;
    private report = '';
    private spec: ReportSpec | null = null;
    private choices: Readonly<Record<string, readonly Item[]>> = {};
    private inputs: Readonly<Record<string, string>> = {};
    private sheet: Sheet | null = null;
    private refused: readonly Problem[] = [];
    private failed = false;
    private asked: AbortController | null = null;
    private renewTimer: ReturnType<typeof setTimeout> | undefined;

    constructor() {
        super();
        new FollowsSettings(this);
    }

    open(given: Given): Dispose {
        this.given = given;
        const options = reportOptions(given.subject.view);
        if ('code' in options) {
            this.problem = options;
            this.requestUpdate();
            return () => {};
        }
        this.report = options.report;
        this.inputs = { ...options.inputs, ...keptIn(given.settings) };
        void this.begin();
        const stop = given.feed.listen({
            commit: () => this.renewSoon(),
            reload: () => void this.begin(),
            connection: (connected) => connected && this.failed && void this.begin(),
        });
        return () => {
            stop();
            clearTimeout(this.renewTimer);
            this.asked?.abort();
        };
    }

    /** Learns what the report has to be told, and what can be chosen, and makes it. */
    private async begin(): Promise<void> {
        const { given } = this;
        if (!given) return;
        try {
            const all = await given.query.reports.all();
            this.spec = all.find(({ tracker, id }) => tracker === given.subject.tracker.id && id === this.report) ?? null;
            const tables = new Set(this.spec?.inputs.flatMap(({ table }) => table ?? []));
            const read = async (table: string) => [table, (await given.query.items({ table, offset: 0, limit: MOST_CHOICES })).items] as const;
            this.choices = Object.fromEntries(await Promise.all([...tables].map(read)));
            this.failed = false;
            await this.make();
        } catch (failure) {
            this.unread(failure);
        }
    }

    private get question(): ReportQuestion {
        return { tracker: this.given?.subject.tracker.id ?? '', report: this.report, inputs: this.inputs };
    }

    private get misses(): readonly ReportInput[] {
        return this.spec?.inputs.filter(({ id, required }) => required && (this.inputs[id] ?? '') === '') ?? [];
    }

    private async make(): Promise<void> {
        this.asked?.abort();
        this.requestUpdate();
        if (!this.given || !this.spec || this.misses.length > 0) {
            this.sheet = null;
            return;
        }
        const asked = new AbortController();
        this.asked = asked;
        try {
            this.sheet = await this.given.query.reports.make(this.question, asked.signal);
            [this.refused, this.failed] = [[], false];
            this.given.frame.counted(this.sheet.parts.reduce((sum, { rows }) => sum + rows.length, 0), false);
        } catch (failure) {
            if (asked.signal.aborted) return;
            this.unread(failure);
        }
        this.requestUpdate();
    }

    private unread(failure: unknown): void {
        if (failure instanceof Refusal) [this.refused, this.sheet] = [failure.problems, null];
        else if (failure instanceof Unreachable) this.failed = true;
        else throw failure;
        this.requestUpdate();
    }

    private renewSoon(): void {
        clearTimeout(this.renewTimer);
        this.renewTimer = setTimeout(() => void this.make(), SETTLE_MILLIS);
    }

    private tell(input: string, value: string): void {
        this.inputs = { ...this.inputs, [input]: value };
        this.given?.frame.keep({ inputs: this.inputs });
        void this.make();
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    protected override render(): TemplateResult | typeof nothing {
        const { given, problem } = this;
        if (!given) return nothing;
        if (problem) return optionProblem(given.subject.view, problem);
        return html`<div class="wb-toolbar wb-report-bar" role="toolbar" aria-label=${text(given.subject.view.label)}>
                ${this.spec?.inputs.map((input) =>
                    told(input, {
                        value: this.inputs[input.id] ?? '',
                        choices: (this.choices[input.table ?? ''] ?? []).map((item) => ({ ref: item.ref, title: titleIn(item, given.query) })),
                        tell: (value) => this.tell(input.id, value),
                    }),
                )}
                <button @click=${() => given.frame.chooseTime()}>${mark('history')}${t('report.asOf')}</button>
                <span class="wb-gap"></span>
                ${this.sheet ? this.files(given) : nothing}
            </div>
            <div class="wb-report-room" tabindex="0" role="region" aria-label=${this.sheet ? text(this.sheet.title) : text(given.subject.view.label)}>${this.body(given)}</div>`;
    }

    private files({ query }: Given): TemplateResult {
        const address = (format: 'md' | 'html') => query.reports.address(this.question, format, settings.language);
        return html`<a class="wb-button" href=${address('html')} target="_blank" rel="noopener">${t('report.print')}</a>
            <a class="wb-button" href=${address('html')} download=${`${this.report}.html`}>HTML</a>
            <a class="wb-button" href=${address('md')} download=${`${this.report}.md`}>Markdown</a>`;
    }

    private body(given: Given): TemplateResult {
        if (this.failed && !this.sheet) return html`<p class="wb-problem" role="alert">${mark('warning')}<span>${t('grid.failed')}</span><button @click=${() => void this.begin()}>${t('grid.failed.retry')}</button></p>`;
        if (this.refused.length > 0)
            return html`${this.refused.map((one) => html`<p class="wb-problem" role="alert">${mark('warning')}<span>${text(one.message)} ${text(one.hint)}</span></p>`)}`;
        if (this.sheet) return sheetOf(this.sheet, (ref) => given.frame.openItem(ref));
        const { misses } = this;
        if (misses.length > 0) return html`<p class="wb-panel-none">${t('report.choose', { what: misses.map(({ label }) => text(label)).join(', ') })}</p>`;
        return html`<p class="wb-panel-none" role="status">${t('report.making')}</p>`;
    }
}

/** What this reader said before; a version before this one may have kept something else. */
function keptIn(kept: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
    const inputs = kept['inputs'];
    if (typeof inputs !== 'object' || inputs === null) return {};
    return Object.fromEntries(Object.entries(inputs).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

customElements.define('wb-report', ReportView);

export default ReportView;
