import { html, nothing, type TemplateResult } from 'lit';
import type { Evidence, Table, Version } from '../../client';
import { localTime } from '../../dates';
import { mark } from '../../marks';
import { t, text } from '../../settings';
import { isUnset, shown, type Reading } from '../../values';
import type { WordKey } from '../../words';
import { differences, type Difference } from './changes';
import type { Comparison } from './comparison';
import type { Restoring } from './restoring';

type Shown = TemplateResult | typeof nothing;

export interface VersionActions {
    readonly table: Table;
    readonly reading: Reading;
    readonly compared: boolean;
    /** Null where there is nothing to compare with. */
    readonly compare: (() => void) | null;
    /** Null where this version is the present one, or cannot be brought back. */
    readonly restore: (() => void) | null;
}

export interface RestoreActions {
    save(reason: string): void;
    leave(): void;
}

export function versionPart(version: Version, act: VersionActions, box: Shown): TemplateResult {
    const origin = version.origin?.kind ?? 'person';
    const named = t('history.revision', { revision: version.revision });
    return html`<li class="wb-version" data-revision=${version.revision}>
        <p class="wb-version-who">
            <strong>${version.actor}</strong>
            <span>${t(`history.${version.kind}`)}</span>
            ${origin === 'person' ? nothing : html`<span class="wb-chip">${originWord(origin)}</span>`}
        </p>
        <p class="wb-version-when"><time datetime=${version.time}>${localTime(version.time)}</time> · ${named}</p>
        ${changedList(differences(act.table, version.before, version.after), act.reading)} ${why(version)} ${evidence(version.evidence ?? [])}
        <p class="wb-version-actions">
            ${
                act.compare
                    ? html`<button class="quiet" aria-pressed=${String(act.compared)} aria-label="${t('history.compare')} · ${named}" @click=${act.compare}>
                          ${t('history.compare')}
                      </button>`
                    : nothing
            }
            ${
                act.restore
                    ? html`<button class="quiet wb-restores" aria-label="${t('history.restore')} · ${named}" @click=${act.restore}>
                          ${mark('history')}${t('history.restore')}
                      </button>`
                    : nothing
            }
        </p>
        ${box}
    </li>`;
}

export function changedList(changes: readonly Difference[], reading: Reading): Shown {
    if (changes.length === 0) return nothing;
    return html`<dl class="wb-differences">
        ${changes.map(({ field, before, after }) => {
            const was = isUnset(before) ? nothing : html`<s>${shown(field, before, reading)}</s> → `;
            const now = isUnset(after) ? html`<em>${t('history.empty')}</em>` : html`<b>${shown(field, after, reading)}</b>`;
            return html`<div><dt>${text(field.label)}</dt><dd>${was}${now}</dd></div>`;
        })}
    </dl>`;
}

/** What two versions differ in; with one chosen, what to do next. */
export function comparedPanel(chosen: readonly number[], comparison: Comparison | null, reading: Reading, end: () => void): Shown {
    if (chosen.length === 0) return nothing;
    const title = comparison
        ? t('history.compared', { earlier: comparison.earlier, later: comparison.later })
        : chosen.length < 2 ? t('history.compare.one') : t('edit.searching');
    return html`<section class="wb-compared" role="status">
        <header>
            <strong>${title}</strong>
            <button class="icon" aria-label=${t('history.compare.end')} @click=${end}>${mark('cross')}</button>
        </header>
        ${comparison?.changes.length === 0 ? html`<p>${t('history.compare.none')}</p>` : changedList(comparison?.changes ?? [], reading)}
    </section>`;
}

export function restoreBox(restoring: Restoring, list: Shown, act: RestoreActions): TemplateResult {
    const saved = (event: Event) => {
        event.preventDefault();
        act.save((event.currentTarget as HTMLFormElement).querySelector('input')?.value.trim() ?? '');
    };
    const left = (event: KeyboardEvent) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        act.leave();
    };
    if (restoring.changes === null) return html`<p class="wb-panel-none">${t('edit.searching')}</p>`;
    const isSame = restoring.changes.length === 0;
    return html`<form class="wb-restore" aria-label=${t('history.restore')} @submit=${saved} @keydown=${left}>
        ${restoring.moved ? html`<p class="wb-problem" role="alert">${mark('warning')}<strong>${t('history.restore.moved')}</strong></p>` : nothing}
        <p>${t(isSame ? 'history.restore.same' : 'history.restore.what')}</p>
        ${list}
        ${
            isSame
                ? nothing
                : html`<label>${t('history.restore.why')}<input class="field" maxlength="1000" autocomplete="off" .value=${restoring.reason} /></label>`
        }
        <footer>
            ${isSame ? nothing : html`<button class="primary">${t('history.restore.do')}<kbd>Enter</kbd></button>`}
            <button type="button" class="quiet" @click=${() => act.leave()}>${t('history.restore.leave')}<kbd>Esc</kbd></button>
        </footer>
    </form>`;
}

function why(version: Version): Shown {
    const answers = Object.values(version.answers ?? {}).filter((answer) => !isUnset(answer));
    const words = [version.reason, ...answers.map(String)].filter((part) => part !== null && part !== '');
    return words.length === 0 ? nothing : html`<p class="wb-version-why">${words.join(' · ')}</p>`;
}

function evidence(all: readonly Evidence[]): Shown {
    if (all.length === 0) return nothing;
    return html`<ul class="wb-evidence" aria-label=${t('history.evidence')}>
        ${all.map(
            ({ address, quote, foundOn }) => html`<li>
                ${
                    /^https?:\/\//i.test(address)
                        ? html`<a href=${address} target="_blank" rel="noopener noreferrer">${address}</a>`
                        : html`<span>${address}</span>`
                }
                ${quote ? html`<q>${quote}</q>` : nothing} ${foundOn ? html`<time datetime=${foundOn}>${foundOn}</time>` : nothing}
            </li>`,
        )}
    </ul>`;
}

function originWord(kind: string): string {
    const known = ['person', 'import', 'source', 'rule', 'undo'];
    return known.includes(kind) ? t(`origin.${kind}` as WordKey) : kind;
}
