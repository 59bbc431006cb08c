import type { Field, Value } from '../../client';
import { byPeriod } from '../../figures/byperiod';
import { hasValue, within } from '../../figures/conditions';
import { decimalOf } from '../../figures/decimals';
import { measured, together, type Measured } from '../../figures/measuring';
import { after, range } from '../../figures/periods';
import { t, text } from '../../settings';
import { titleIn } from '../../titles';
import { isUnset, plain, shown, type Reading } from '../../values';
import type { Query, Subject } from '../../view';
import { allOf } from '../../where';
import { periodText } from '../summary/saying';
import { condensed, type Category, type Dots, type Plot, type Series } from './model';
import type { ChartMeasure, ChartOptions } from './options';

const CATEGORIES_SHOWN = 120;
const SERIES_SHOWN = 7;
const ROWS_SHOWN = 60;
const DOTS_SHOWN = 2000;

export interface PlotQuestion {
    readonly query: Query;
    readonly subject: Subject;
    readonly options: ChartOptions;
    readonly reading: Reading;
    readonly asOf: string | null;
    /** The period of now, or of the past time that is shown. */
    readonly now: string;
}

/** Reads the groups a chart is made of: never rows. */
export async function readPlot(question: PlotQuestion): Promise<Plot> {
    const { options } = question;
    const answers = await Promise.all(options.measures.map((measure) => ask(question, measure)));
    const all = categoriesOf(question, answers.flat());
    const shows = options.per === null ? all.slice(0, CATEGORIES_SHOWN) : all.slice(-options.last);
    const series = options.measures.flatMap((measure, index) => seriesOf(question, measure, answers[index] ?? [], shows));
    const most = options.kind === 'heat' ? ROWS_SHOWN : SERIES_SHOWN;
    const kept = options.kind === 'heat' ? series.slice(0, most) : condensed(series, most, t('chart.rest'));
    return { categories: shows, series: kept, hidden: options.per === null ? all.length - shows.length : 0 };
}

function ask({ query, subject, options, asOf, now }: PlotQuestion, { measuring }: ChartMeasure): Promise<readonly Measured[]> {
    const scope = { where: subject.view.where, asOf: asOf ?? undefined };
    const others = options.series ? [options.series] : [];
    if (options.per === null) return measured(query, measuring, [options.x, ...others], scope);
    const stretch = { per: options.per, from: after(now, 1 - options.last), to: now };
    return byPeriod(query, measuring, options.x, others, stretch, scope);
}

function categoriesOf({ options, reading, now }: PlotQuestion, parts: readonly Measured[]): readonly Category[] {
    const { x, per } = options;
    if (per === null) return distinct(x, parts).map((value) => ({ key: plain(value), label: nameOf(x, value, reading), where: hasValue(x, value), isAhead: false }));
    const periods = [...new Set(parts.map((part) => plain(part.by[x.id])))].sort();
    const [first, last] = [periods[0], periods.at(-1)];
    if (first === undefined || last === undefined) return [];
    return range(first, last).map((period) => ({ key: period, label: periodText(period), where: within(x, period, period), isAhead: period > now }));
}

/** In the order of the host; what is not set comes last. */
function distinct(field: Field, parts: readonly Measured[]): readonly Value[] {
    const values = new Map(parts.map((part) => [plain(part.by[field.id]), part.by[field.id] ?? null]));
    const unset = values.get('null');
    values.delete('null');
    const order = field.choices?.map((choice) => choice.id);
    const sorted = order ? [...values.values()].sort((one, other) => order.indexOf(plain(one)) - order.indexOf(plain(other))) : [...values.values()];
    return unset === undefined ? sorted : [...sorted, null];
}

function seriesOf({ options, reading }: PlotQuestion, measure: ChartMeasure, parts: readonly Measured[], categories: readonly Category[]): readonly Series[] {
    const { x, series } = options;
    const values = (own: readonly Measured[]) => {
        const at = new Map<string, Measured[]>();
        for (const part of own) at.set(plain(part.by[x.id]), [...(at.get(plain(part.by[x.id])) ?? []), part]);
        return categories.map(({ key }) => {
            const here = at.get(key);
            return here ? together(measure.measuring.of, here) : null;
        });
    };
    if (series === null) return [{ key: measure.field.id, label: text(measure.field.label), role: measure.role, where: measure.measuring.where ?? '', values: values(parts) }];
    return distinct(series, parts).map((value) => ({
        key: plain(value),
        label: nameOf(series, value, reading),
        role: measure.role,
        where: allOf(measure.measuring.where, hasValue(series, value)) ?? '',
        values: values(parts.filter((part) => plain(part.by[series.id]) === plain(value))),
    }));
}

export function nameOf(field: Field, value: Value, reading: Reading): string {
    return isUnset(value) ? t('grid.cell.empty') : shown(field, value, reading);
}

/** A scatter shows rows themselves, as many as can be told apart. */
export async function readDots({ query, subject, options, asOf }: PlotQuestion): Promise<Dots> {
    const measure = options.measures[0];
    const y = measure?.measuring.field;
    if (!measure || !y) return { dots: [], total: 0 };
    const known = `has_value(${options.x.id}) && has_value(${y.id})`;
    const where = allOf(subject.view.where, measure.measuring.where, known);
    const page = await query.items({ table: subject.table.id, where, sort: subject.view.sort, asOf: asOf ?? undefined, offset: 0, limit: DOTS_SHOWN });
    const dots = page.items.flatMap((item) => {
        const [one, other] = [item.values[options.x.id] ?? null, item.values[y.id] ?? null];
        const at = [numberOf(one), numberOf(other)] as const;
        return Number.isNaN(at[0] + at[1]) ? [] : [{ ref: item.ref, label: titleIn(item, query), x: one, y: other, at }];
    });
    return { dots, total: page.total };
}

function numberOf(value: Value): number {
    const decimal = decimalOf(value);
    return decimal === null ? Date.parse(plain(value).length === 7 ? `${plain(value)}-01` : plain(value)) : Number(decimal);
}
