import { html, nothing, type TemplateResult } from 'lit';
import type { Field, SortKey, Table } from '../client';
import { mark } from '../marks';
import { t, text } from '../settings';
import { GROUNDS, canGroup, moved, type Colour, type Ground, type Look, type NamedLook } from './look';

export interface LookState {
    readonly table: Table;
    readonly look: Look;
    readonly named: readonly NamedLook[];
    /** Whether this is what the tracker declares. */
    readonly isDeclared: boolean;
}

export interface LookActions {
    use(change: Partial<Look>): void;
    useDeclared(): void;
    useNamed(name: string): void;
    save(name: string): void;
    forget(name: string): void;
}

/** How the table is looked at: its columns, groups, order and colours, and the looks somebody gave a name. */
export function lookPanel(state: LookState, act: LookActions): TemplateResult {
    return html`${looks(state, act)} ${group(state, act)} ${sorts(state, act)} ${columns(state, act)} ${colours(state, act)}`;
}

function looks({ named, isDeclared, look }: LookState, act: LookActions): TemplateResult {
    const isCurrent = (each: NamedLook) => JSON.stringify(each.look) === JSON.stringify(look);
    return html`<section>
        <h3>${t('look.saved')}</h3>
        <ul class="wb-look-list">
            <li><button class="wb-look-name" aria-pressed=${String(isDeclared)} @click=${() => act.useDeclared()}>${t('look.declared')}</button></li>
            ${named.map(
                (each) => html`<li>
                    <button class="wb-look-name" aria-pressed=${String(isCurrent(each))} @click=${() => act.useNamed(each.name)}>${each.name}</button>
                    <button class="icon" aria-label=${t('look.forget', { name: each.name })} @click=${() => act.forget(each.name)}>${mark('bin')}</button>
                </li>`,
            )}
        </ul>
        <form class="wb-look-line" @submit=${(event: Event) => saved(event, act)}>
            <input class="field" name="name" required maxlength="60" autocomplete="off" aria-label=${t('look.name')} placeholder=${t('look.name')} />
            <button>${t('look.save')}</button>
        </form>
    </section>`;
}

function saved(event: Event, act: LookActions): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const name = form.querySelector('input')?.value.trim() ?? '';
    if (name !== '') act.save(name);
    form.reset();
}

function group({ table, look }: LookState, act: LookActions): TemplateResult {
    return html`<section>
        <label class="wb-look-line"
            ><h3>${t('look.group')}</h3>
            <select class="field" @change=${(event: Event) => act.use({ group: chosen(event) || null })}>
                <option value="" ?selected=${look.group === null}>${t('look.group.none')}</option>
                ${table.fields.filter(canGroup).map((field) => option(field, field.id === look.group))}
            </select></label
        >
    </section>`;
}

function sorts({ table, look }: LookState, act: LookActions): TemplateResult {
    const use = (sort: readonly SortKey[]) => act.use({ sort });
    const unused = table.fields.filter(({ id }) => !look.sort.some(({ field }) => field === id));
    return html`<section>
        <h3>${t('look.sort')}</h3>
        <ol class="wb-look-list">
            ${look.sort.map((key, at) => {
                const field = table.fields.find(({ id }) => id === key.field);
                const turned = look.sort.with(at, { field: key.field, descending: !(key.descending ?? false) });
                return html`<li>
                    <span class="wb-look-label">${text(field?.label)}</span>
                    <button @click=${() => use(turned)}>${mark(key.descending ? 'down' : 'up')}${t(key.descending ? 'look.descending' : 'look.ascending')}</button>
                    <button class="icon" aria-label=${t('look.sort.remove', { field: text(field?.label) })} @click=${() => use(look.sort.toSpliced(at, 1))}>${mark('cross')}</button>
                </li>`;
            })}
        </ol>
        <select class="field" aria-label=${t('look.sort.add')} .value=${''} @change=${(event: Event) => use([...look.sort, { field: chosen(event) }])}>
            <option value="">${t('look.sort.add')}</option>
            ${unused.map((field) => option(field, false))}
        </select>
    </section>`;
}

function columns({ table, look }: LookState, act: LookActions): TemplateResult {
    const shown = look.columns.flatMap((id) => table.fields.find((field) => field.id === id) ?? []);
    const hidden = table.fields.filter((field) => !shown.includes(field));
    return html`<section>
        <h3>${t('look.columns')}</h3>
        <ul class="wb-look-list">
            ${shown.map((field, at) => column(field, at, look, act))} ${hidden.map((field) => column(field, -1, look, act))}
        </ul>
        <label class="wb-look-line"
            ><span>${t('look.frozen')}</span>
            <select class="field" @change=${(event: Event) => act.use({ frozen: chosen(event) === '' ? null : Number(chosen(event)) })}>
                <option value="" ?selected=${look.frozen === null}>${t('look.frozen.auto')}</option>
                ${[0, 1, 2, 3, 4].map((count) => html`<option value=${count} ?selected=${look.frozen === count}>${count}</option>`)}
            </select></label
        >
    </section>`;
}

function column(field: Field, at: number, look: Look, act: LookActions): TemplateResult {
    const isShown = at >= 0;
    const toggled = isShown ? look.columns.filter((id) => id !== field.id) : [...look.columns, field.id];
    const move = (to: number) => act.use({ columns: moved(look.columns, field.id, to) });
    const label = text(field.label);
    return html`<li>
        <label class="wb-look-label"
            ><input type="checkbox" .checked=${isShown} ?disabled=${isShown && look.columns.length === 1} @change=${() => act.use({ columns: toggled })} />${label}</label
        >
        ${
            isShown
                ? html`<button class="icon" aria-label=${t('look.earlier', { field: label })} ?disabled=${at === 0} @click=${() => move(at - 1)}>${mark('up')}</button>
                      <button class="icon" aria-label=${t('look.later', { field: label })} ?disabled=${at === look.columns.length - 1} @click=${() => move(at + 1)}>${mark('down')}</button>`
                : nothing
        }
    </li>`;
}

function colours({ look }: LookState, act: LookActions): TemplateResult {
    const use = (all: readonly Colour[]) => act.use({ colours: all });
    return html`<section>
        <h3>${t('look.colours')}</h3>
        <ul class="wb-look-list">
            ${look.colours.map(
                (colour, at) => html`<li>
                    <span class="wb-swatch ground-${colour.ground}" role="img" aria-label=${t(`ground.${colour.ground}`)}></span>
                    <span class="wb-look-label">${colour.label ? text(colour.label) : html`<code>${colour.where}</code>`}</span>
                    <button class="icon" aria-label=${t('look.colours.remove', { where: colour.label ? text(colour.label) : colour.where })} @click=${() => use(look.colours.toSpliced(at, 1))}>${mark('cross')}</button>
                </li>`,
            )}
        </ul>
        <form class="wb-look-line" @submit=${(event: Event) => coloured(event, look, use)}>
            <input class="field code" name="where" required spellcheck="false" autocomplete="off" aria-label=${t('look.colours.where')} placeholder=${t('look.colours.where')} />
            <select class="field" name="ground" aria-label=${t('look.colours.ground')}>
                ${GROUNDS.map((ground) => html`<option value=${ground}>${t(`ground.${ground}`)}</option>`)}
            </select>
            <button>${t('look.colours.add')}</button>
        </form>
    </section>`;
}

function coloured(event: Event, look: Look, use: (all: readonly Colour[]) => void): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given = new FormData(form);
    use([...look.colours, { where: textIn(given, 'where'), ground: textIn(given, 'ground') as Ground }]);
    form.reset();
}

function textIn(form: FormData, name: string): string {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
}

function option(field: Field, isSelected: boolean): TemplateResult {
    return html`<option value=${field.id} ?selected=${isSelected}>${text(field.label)}</option>`;
}

function chosen(event: Event): string {
    return (event.currentTarget as HTMLSelectElement).value;
}
