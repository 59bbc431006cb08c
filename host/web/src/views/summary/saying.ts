import type { Value } from '../../client';
import { spanOf } from '../../figures/periods';
import { settings, t, text } from '../../settings';
import { isUnset, shown, valueType, type Reading } from '../../values';
import type { Line, Summary } from './model';
import type { Measure } from './options';

/** A figure as text: growth always says in which direction. */
export function figureText(measure: Measure, value: Value, reading: Reading): string {
    const words = shown(measure.field, value, reading);
    const grows = measure.how.kind === 'growth' && typeof value === 'string' && !value.startsWith('-') && /[1-9]/.test(value);
    return grows ? `+${words}` : words;
}

export function periodText(period: string): string {
    if (spanOf(period) === 'week') return t('period.week', { year: period.slice(0, 4), week: Number(period.slice(6)) });
    if (spanOf(period) === 'quarter') return t('period.quarter', { year: period.slice(0, 4), quarter: period.slice(6) });
    return period;
}

export function lineText(line: Line): string {
    return line.kind === 'total' ? t('summary.total', { year: line.year }) : periodText(line.period);
}

export function unitText({ field }: Measure): string {
    if (field.unit) return typeof field.unit === 'string' ? field.unit : text(field.unit);
    return valueType(field) === 'money' ? t(field.currency === undefined || field.currency === 'CNY' ? 'unit.CNY' : 'unit.other', { code: field.currency ?? '' }) : '';
}

/** Whether nobody types into the cells of a measure. */
export function isComputed(measure: Measure): boolean {
    return !measure.edits;
}

/** A cell read aloud: period, measure, value, and what is special about it. */
export function sentence(summary: Summary, line: Line, measure: Measure, value: Value, reading: Reading, isPast: boolean): string {
    const words = isUnset(value) ? t('grid.cell.empty') : figureText(measure, value, reading);
    const said = [lineText(line), t('grid.cell', { label: text(measure.field.label), value: words })];
    const unit = unitText(measure);
    if (unit !== '' && !isUnset(value)) said.push(unit);
    if (line.kind === 'total') said.push(t('summary.knownOf', { known: summary.known(line, measure), all: line.periods.length }));
    else if (line.standing !== 'over') said.push(t(`summary.${line.standing}`));
    if (isComputed(measure)) said.push(t('grid.cell.computed'));
    const before = summary.restated(line, measure);
    if (!isUnset(before)) said.push(t('summary.restatedFrom', { value: figureText(measure, before, reading) }));
    if (isPast) said.push(t('grid.cell.past'));
    return said.join(settings.language === 'zh' ? '，' : ', ');
}
