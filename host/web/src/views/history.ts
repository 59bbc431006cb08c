import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Field, Table, Value, Version } from '../client';
import { tableOf } from '../client';
import { localTime } from '../dates';
import type { Dispose } from '../feed';
import { mark } from '../marks';
import { FollowsSettings, t, tCount, text } from '../settings';
import { TitleBook } from '../titles';
import { isUnset, shown, type Reading } from '../values';
import type { Given, View } from '../view';
import type { WordKey } from '../words';

/** Who changed what of one item, when, before → after, and why. Follows the row the reader is on. */
export class HistoryView extends LitElement implements View {
    private given: Given | null = null;
    private ref: string | null = null;
    private versions: readonly Version[] = [];
    private titles: TitleBook | null = null;
    private disposals: Dispose[] = [];

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
                    if (commit.changes.some((change) => change.ref === this.ref)) void this.read();
                },
                reload: () => void this.read(),
            }),
        ];
        return () => this.disposals.forEach((dispose) => dispose());
    }

    private show(ref: string | null): void {
        if (this.ref === ref) return;
        this.ref = ref;
        this.versions = [];
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
        return html`<header class="wb-panel-header">
                <h2>${t('history.title')}</h2>
                <button class="icon" aria-label=${t('history.close')} @click=${() => this.closed()}>${mark('cross')}</button>
            </header>
            <div class="wb-panel-body" tabindex="0" role="region" aria-label=${t('history.title')}>${this.body()}</div>`;
    }

    private closed(): void {
        this.given?.frame.inspect();
    }

    private body(): TemplateResult {
        const table = this.ref === null ? undefined : this.given?.query.table(tableOf(this.ref));
        if (this.ref === null || !table) return html`<p class="wb-panel-none">${t('history.none')}</p>`;
        if (table.history === false) return html`<p class="wb-panel-none">${t('history.unkept')}</p>`;
        return html`<h3>${this.titleOf(this.ref)}</h3>
            <p class="wb-panel-sub">${text(table.label)} · ${tCount('history.versions', this.versions.length)}</p>
            <ol class="wb-versions">
                ${this.versions.map((version) => this.version(version, table))}
            </ol>`;
    }

    private version(version: Version, table: Table): TemplateResult {
        const origin = version.origin?.kind ?? 'person';
        return html`<li class="wb-version">
            <p class="wb-version-who">
                <strong>${version.actor}</strong>
                <span>${t(`history.${version.kind}`)}</span>
                ${origin === 'person' ? nothing : html`<span class="wb-chip">${originWord(origin)}</span>`}
            </p>
            <p class="wb-version-when">
                <time datetime=${version.time}>${localTime(version.time)}</time> · ${t('history.revision', { revision: version.revision })}
            </p>
            ${this.differences(version, table)} ${this.why(version)}
        </li>`;
    }

    private differences(version: Version, table: Table): TemplateResult | typeof nothing {
        const names = new Set([...Object.keys(version.before ?? {}), ...Object.keys(version.after ?? {})]);
        const fields = table.fields.filter((field) => names.has(field.id));
        if (fields.length === 0) return nothing;
        return html`<dl class="wb-differences">
            ${fields.map((field) => this.difference(field, version.before?.[field.id], version.after?.[field.id]))}
        </dl>`;
    }

    private difference(field: Field, before: Value | undefined, after: Value | undefined): TemplateResult {
        const was = isUnset(before) ? nothing : html`<s>${shown(field, before, this.reading)}</s> → `;
        const now = isUnset(after) ? html`<em>${t('history.empty')}</em>` : html`<b>${shown(field, after, this.reading)}</b>`;
        return html`<div><dt>${text(field.label)}</dt><dd>${was}${now}</dd></div>`;
    }

    private why(version: Version): TemplateResult | typeof nothing {
        const answers = Object.values(version.answers ?? {}).filter((answer) => !isUnset(answer));
        const words = [version.reason, ...answers.map(String)].filter((part) => part !== null && part !== '');
        return words.length === 0 ? nothing : html`<p class="wb-version-why">${words.join(' · ')}</p>`;
    }

    private titleOf(ref: string): string {
        return this.titles?.titleOf(ref) ?? ref;
    }

    private readonly reading: Reading = {
        text,
        title: (ref) => this.titleOf(ref),
        get yes() {
            return t('value.yes');
        },
        get no() {
            return t('value.no');
        },
    };
}

function originWord(kind: string): string {
    const known = ['person', 'import', 'source', 'rule', 'undo'];
    return known.includes(kind) ? t(`origin.${kind}` as WordKey) : kind;
}

customElements.define('wb-history', HistoryView);

export default HistoryView;
