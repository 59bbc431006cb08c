import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Answers, Table, Version } from '../client';
import { tableOf } from '../client';
import type { Dispose } from '../feed';
import '../grid/prompt';
import { inspectorHeader } from '../inspector';
import '../styles/history.css';
import type { CellPrompt } from '../grid/prompt';
import { readingOf } from '../grid/reading';
import { FollowsSettings, settings, t, tCount, text } from '../settings';
import { TitleBook } from '../titles';
import { shown } from '../values';
import type { Given, View } from '../view';
import { say } from '../words';
import { picked } from './history/changes';
import { Comparison } from './history/comparison';
import { changedList, comparedPanel, restoreBox, versionPart, type VersionActions } from './history/parts';
import { Restoring } from './history/restoring';

/**
 * Who changed what of one item, when, before → after, why and on what evidence. Any version can be
 * made the present one again, and any two compared. Follows the row the reader is on.
 */
export class HistoryView extends LitElement implements View {
    private given: Given | null = null;
    private ref: string | null = null;
    private versions: readonly Version[] = [];
    private titles: TitleBook | null = null;
    private disposals: Dispose[] = [];
    private restoring: Restoring | null = null;
    private chosen: readonly number[] = [];
    private comparison: Comparison | null = null;

    constructor() {
        super();
        new FollowsSettings(this);
    }

    open(given: Given): Dispose {
        this.given = given;
        const titles = new TitleBook(given.query, undefined);
        this.titles = titles;
        this.disposals = [
            titles.listen(() => this.requestUpdate()),
            given.frame.follow((ref) => this.show(ref)),
            given.feed.listen({
                commit: (commit) => {
                    titles.follow(commit);
                    if (commit.changes.some((change) => change.ref === this.ref)) void this.read();
                },
                reload: () => void this.read(),
            }),
        ];
        return () => this.disposals.forEach((dispose) => dispose());
    }

    private show(ref: string | null): void {
        if (this.ref === ref) return;
        // Coming back from this very panel to its row must not take away what is being written here.
        if (ref === null && this.contains(document.activeElement)) return;
        this.ref = ref;
        this.versions = [];
        this.restoring = null;
        this.endComparison();
        this.requestUpdate();
        void this.read();
    }

    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    private async read(): Promise<void> {
        const { ref, given } = this;
        if (ref === null || !given || given.query.table(tableOf(ref))?.history === false) return;
        const versions = await given.query.history(ref).catch(() => []);
        if (this.ref !== ref) return;
        this.versions = versions;
        this.requestUpdate();
    }

    protected override render(): TemplateResult {
        return html`${this.given && this.closest('.wb-inspector') ? inspectorHeader('history', this.given.frame) : nothing}
            <div class="wb-panel-body" tabindex="0" role="region" aria-label=${t('history.title')}>${this.body()}</div>
            <div class="wb-layer"><wb-prompt hidden></wb-prompt></div>`;
    }

    private body(): TemplateResult {
        const { table } = this;
        if (this.ref === null || !table) return html`<p class="wb-panel-none">${t('history.none')}</p>`;
        if (table.history === false) return html`<p class="wb-panel-none">${t('history.unkept')}</p>`;
        return html`<h3>${this.titleOf(this.ref)}</h3>
            <p class="wb-panel-sub">${text(table.label)} · ${tCount('history.versions', this.versions.length)}</p>
            ${comparedPanel(this.chosen, this.comparison, this.reading, () => this.endComparison())}
            <ol class="wb-versions">
                ${this.versions.map((version, index) => versionPart(version, this.actions(version, index, table), this.boxOf(version)))}
            </ol>`;
    }

    private actions(version: Version, index: number, table: Table): VersionActions {
        const canRestore = index > 0 && version.kind !== 'deleted' && version.kind !== 'purged' && table.append !== true;
        return {
            table,
            reading: this.reading,
            compared: this.chosen.includes(version.revision),
            compare: this.versions.length > 1 ? () => void this.compare(version.revision) : null,
            restore: canRestore ? () => void this.restore(version.revision) : null,
        };
    }

    private boxOf(version: Version): TemplateResult | typeof nothing {
        const { restoring } = this;
        if (restoring?.revision !== version.revision) return nothing;
        return restoreBox(restoring, changedList(restoring.changes ?? [], this.reading), {
            save: (reason) => void this.save(restoring, reason),
            leave: () => this.leave(),
        });
    }

    private async restore(revision: number): Promise<void> {
        const { ref, table, given } = this;
        if (ref === null || !table || !given) return;
        const title = this.titleOf(ref);
        const named = () => t('done.restored', { title, revision });
        const restoring = new Restoring(ref, revision, { query: given.query, submit: given.submit, table, named });
        restoring.reason = say(settings.language, 'history.restore.reason', { revision });
        this.restoring = restoring;
        await restoring.read().catch(() => this.given?.frame.say(t('prompt.offline')));
        this.requestUpdate();
        await this.updateComplete;
        this.querySelector<HTMLElement>('.wb-restore input, .wb-restore button')?.focus();
    }

    private async save(restoring: Restoring, reason: string, answers?: Answers): Promise<void> {
        restoring.reason = reason;
        const edit = await restoring.save(reason, answers);
        this.requestUpdate();
        if (this.restoring !== restoring) return;
        if (!edit) this.leave();
        else if (restoring.moved && edit.trouble?.kind === 'refused') this.prompt.close();
        else
            this.prompt.open(edit, {
                title: [this.titleOf(restoring.ref), text(edit.field.label)].join(' · '),
                anchor: () => this.querySelector<HTMLElement>('.wb-restore'),
                show: (value) => shown(edit.field, value, this.reading),
                putBack: () => this.leave(),
                keepTyping: () => this.typeOn(),
                answer: (given) => void this.save(restoring, reason, given),
                saveOnTop: () => void this.save(restoring, reason),
                retry: () => void this.save(restoring, reason),
            }, true);
    }

    private typeOn(): void {
        this.prompt.close();
        this.querySelector<HTMLElement>('.wb-restore input')?.focus();
    }

    private leave(): void {
        const revision = this.restoring?.revision;
        this.prompt.close();
        this.restoring = null;
        this.requestUpdate();
        void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-revision="${revision ?? ''}"] .wb-restores`)?.focus());
    }

    private async compare(revision: number): Promise<void> {
        const { ref, table, given } = this;
        if (ref === null || !table || !given) return;
        this.chosen = picked(this.chosen, revision);
        this.comparison = null;
        this.requestUpdate();
        const [one, other] = this.chosen;
        if (one === undefined || other === undefined) return;
        const chosen = this.chosen;
        const comparison = await Comparison.of(given.query, ref, table, one, other).catch(() => null);
        if (this.chosen !== chosen) return;
        this.comparison = comparison;
        if (!comparison) given.frame.say(t('prompt.offline'));
        this.requestUpdate();
    }

    private endComparison(): void {
        this.chosen = [];
        this.comparison = null;
        this.requestUpdate();
    }

    private get table(): Table | undefined {
        return this.ref === null ? undefined : this.given?.query.table(tableOf(this.ref));
    }

    private get prompt(): CellPrompt {
        const prompt = this.querySelector<CellPrompt>('wb-prompt');
        if (!prompt) throw new Error('the history has no prompt');
        return prompt;
    }

    private titleOf(ref: string): string {
        return this.titles?.titleOf(ref) ?? ref;
    }

    private readonly reading = readingOf((ref) => this.titleOf(ref));
}

customElements.define('wb-history', HistoryView);

export default HistoryView;
