import { dayOf } from '../dates';
import { markElement } from '../marks';
import { settings, t } from '../settings';
import { element } from './cells';
import { placeBeside } from './place';
import { WEEK, isoWeek, weeksOf } from './weeks';

export interface CalendarParts {
    readonly anchor: HTMLElement;
    readonly layer: HTMLElement;
    picked(day: string): void;
}

/** A month under a date's cell. The focus stays in the cell: a date may be typed or picked. */
export class Calendar {
    private readonly root = element('div', 'wb-daypicker');
    private day: Date;

    constructor(private readonly parts: CalendarParts, given: string | null) {
        this.day = dateOf(given) ?? new Date();
        this.root.setAttribute('role', 'group');
        this.root.setAttribute('aria-label', t('daypicker.title'));
        // The press must not take the focus out of the cell: that would end the edit before the pick.
        this.root.addEventListener('mousedown', (event) => event.preventDefault());
        parts.layer.append(this.root);
        this.render(given !== null);
    }

    /** What was typed so far, where it is a date already. */
    show(day: string | null): void {
        const date = dateOf(day);
        if (date) this.day = date;
        this.render(date !== null);
    }

    /** Up and down by weeks, Page up and down by months; the day it comes to. */
    press(key: string): string | null {
        const days: Readonly<Record<string, number>> = { ArrowUp: -WEEK, ArrowDown: WEEK };
        const months: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1 };
        const [day, month] = [days[key], months[key]];
        if (day === undefined && month === undefined) return null;
        this.go(month ?? 0, day ?? 0);
        return dayOf(this.day);
    }

    close(): void {
        this.root.remove();
    }

    private go(months: number, days: number): void {
        const last = new Date(this.day.getFullYear(), this.day.getMonth() + months + 1, 0).getDate();
        this.day = new Date(this.day.getFullYear(), this.day.getMonth() + months, Math.min(this.day.getDate(), last) + days);
        this.render(true);
    }

    private render(isChosen: boolean): void {
        const locale = settings.language === 'zh' ? 'zh-CN' : 'en';
        const head = element('header', '');
        const title = element('strong', '', new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long' }).format(this.day));
        head.append(this.turn('up', -1, t('daypicker.earlier')), title, this.turn('down', 1, t('daypicker.later')));
        const names = new Intl.DateTimeFormat(locale, { weekday: 'narrow' });
        const grid = element('div', 'wb-daypicker-days');
        grid.append(element('span', 'wb-daypicker-week', t('daypicker.week')));
        weeksOf(2024, 0)[0]?.forEach((day) => grid.append(element('span', 'wb-daypicker-name', names.format(day))));
        for (const week of weeksOf(this.day.getFullYear(), this.day.getMonth())) {
            grid.append(element('span', 'wb-daypicker-week', String(isoWeek(week[0] ?? this.day))));
            week.forEach((day) => grid.append(this.dayButton(day, isChosen)));
        }
        this.root.replaceChildren(head, grid);
        placeBeside(this.root, this.parts.anchor);
    }

    private turn(name: 'up' | 'down', months: number, label: string): HTMLElement {
        const button = element('button', 'icon') as HTMLButtonElement;
        button.type = 'button';
        button.tabIndex = -1;
        button.setAttribute('aria-label', label);
        button.append(markElement(name));
        button.addEventListener('click', () => this.go(months, 0));
        return button;
    }

    private dayButton(day: Date, isChosen: boolean): HTMLElement {
        const button = element('button', 'wb-daypicker-day', String(day.getDate())) as HTMLButtonElement;
        button.type = 'button';
        button.tabIndex = -1;
        button.setAttribute('aria-label', dayOf(day));
        if (day.getMonth() !== this.day.getMonth()) button.classList.add('other');
        if (dayOf(day) === dayOf(new Date())) button.classList.add('today');
        if (isChosen && dayOf(day) === dayOf(this.day)) button.setAttribute('aria-current', 'date');
        button.addEventListener('click', () => this.parts.picked(dayOf(day)));
        return button;
    }
}

function dateOf(day: string | null): Date | null {
    const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? [];
    return date === undefined ? null : new Date(Number(year), Number(month) - 1, Number(date));
}
