import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../client';
import { localTime } from '../../dates';
import { mark } from '../../marks';
import { settings, t, tCount, text } from '../../settings';
import { isUnset, plain, shown, valueType, type Reading } from '../../values';
import type { Shown } from './entries';
import type { Placed, WeekLayout } from './layout';
import { dayName, wholeDay } from './speech';

export interface EntryLook {
    readonly title: string;
    /** Which date it is, where a calendar shows several. */
    readonly kind: string;
    readonly fields: readonly Field[];
    readonly reading: Reading;
    readonly isSelected: boolean;
    readonly isTroubled: boolean;
    reached(): void;
    edited(): void;
}

export function entry({ entry, days, slot, before, after }: Placed<Shown>, look: EntryLook): TemplateResult {
    const { field, values } = entry;
    const more = look.fields.filter((each) => !isUnset(values[each.id])).map((each) => shown(each, values[each.id], look.reading));
    const time = valueType(field) === 'datetime' ? localTime(plain(values[field.id])).slice(11) : '';
    const states = { unsaved: entry.unsaved, troubled: look.isTroubled, selected: look.isSelected, before, after };
    const classes = Object.entries(states).flatMap(([name, is]) => (is ? [name] : []));
    return html`<button
        class="wb-entry ${classes.join(' ')}"
        data-ref=${entry.ref}
        data-field=${field.id}
        tabindex="-1"
        title=${some([look.title, look.kind, ...more]).join(' · ')}
        aria-label=${sentence([time, look.title, look.kind, ...more, entry.unsaved ? t('board.unsaved') : ''])}
        .style="--slot: ${slot}; --days: ${days}"
        @focus=${() => look.reached()}
        @dblclick=${() => look.edited()}
    >${look.isTroubled ? mark('warning') : nothing}${time === '' ? nothing : html`<small>${time}</small>`}<span>${look.title}</span>${look.kind === '' ? nothing : html`<small>${look.kind}</small>`}</button>`;
}

export interface DayLook {
    readonly isToday: boolean;
    /** Of the month before or after. */
    readonly isOther: boolean;
    readonly isChosen: boolean;
    /** The line on which the number of those without room stands. */
    readonly moreSlot: number;
    chosen(): void;
    added(event: Event): void;
    expanded(): void;
    entry(placed: Placed<Shown>): TemplateResult;
}

export function dayCell(laid: WeekLayout<Shown>, column: number, look: DayLook): TemplateResult {
    const day = laid.monday + column;
    const hidden = laid.hidden[column] ?? 0;
    const count = laid.placed.filter((each) => each.column <= column && column < each.column + each.days).length + hidden;
    const onItself = (run: (event: Event) => void) => (event: Event) => {
        if (event.target === event.currentTarget) run(event);
    };
    return html`<div
        class="wb-day ${look.isToday ? 'today' : ''} ${look.isOther ? 'other' : ''} ${column > 4 ? 'weekend' : ''}"
        role="gridcell"
        data-day=${day}
        tabindex=${look.isChosen ? 0 : -1}
        aria-label=${sentence([wholeDay(day), look.isToday ? t('planning.today') : '', tCount('timeline.items', count)])}
        aria-current=${look.isToday ? 'date' : nothing}
        @click=${onItself(() => look.chosen())}
        @dblclick=${onItself((event) => look.added(event))}
    >
        <span class="wb-day-number" aria-hidden="true">${dayName(day)}</span>
        ${laid.placed.filter((each) => each.column === column).map((each) => look.entry(each))}
        ${hidden > 0 ? html`<button class="quiet wb-day-more" .style="--slot: ${look.moreSlot}" @click=${() => look.expanded()}>${tCount('planning.more', hidden)}</button>` : nothing}
    </div>`;
}

export function kindOf(dates: readonly Field[], field: Field): string {
    return dates.length > 1 ? text(field.label) : '';
}

function some(parts: readonly string[]): readonly string[] {
    return parts.filter((part) => part !== '');
}

function sentence(parts: readonly string[]): string {
    return some(parts).join(settings.language === 'zh' ? '，' : ', ');
}
