import type { Field, Table, Tracker, ViewSpec, Words } from '../../client';
import { declared, type Declared, type Options } from '../../figures/declared';
import { figureField, MEASURING, measuringOf, type Measuring } from '../../figures/measuring';
import { SPANS, type Span } from '../../figures/periods';
import { isEditable, isNumber, valueType } from '../../values';

const TOTALS = ['none', 'sum', 'last'] as const;
const PERIODS_SHOWN = 24;
const LAYOUTS = ['down', 'across'] as const;

/** Where the values of a measure come from. */
export type How =
    | { readonly kind: 'written'; readonly field: Field }
    | { readonly kind: 'grouped'; readonly measuring: Measuring; readonly by: Field }
    | { readonly kind: 'growth'; readonly of: string; readonly against: 'previous' | 'year' }
    | { readonly kind: 'ratio'; readonly over: readonly [string, string]; readonly places: number };

export interface Measure {
    readonly id: string;
    /** Name, type and unit. */
    readonly field: Field;
    readonly definition: Words | null;
    readonly how: How;
    readonly total: (typeof TOTALS)[number];
    /** Stands strong where nothing has happened yet. */
    readonly isForecast: boolean;
    /** The field that keeps the value as it was first reported. */
    readonly reported: Field | null;
    readonly edits: boolean;
}

export type Layout = (typeof LAYOUTS)[number];

export interface SummaryOptions {
    /** The field that says the period of a row. */
    readonly period: Field;
    readonly per: Span;
    /** The field that is set once a period is closed. */
    readonly closed: Field | null;
    readonly measures: readonly Measure[];
    readonly last: number;
    readonly ahead: number;
    readonly years: boolean;
    readonly layout: Layout;
}

export function summaryOptions(view: ViewSpec, table: Table, tracker: Tracker): Declared<SummaryOptions> {
    return declared(view, (options) => {
        options.only('period', 'per', 'closed', 'measures', 'last', 'ahead', 'totals', 'layout');
        const period = dated(options, 'period', table);
        const measures = options.list('measures').map((each) => measureOf(each, table, tracker, period));
        checkNames(options, measures);
        return {
            period,
            per: options.oneOf('per', SPANS, 'month'),
            closed: options.has('closed') ? options.field('closed', table) : null,
            measures,
            last: options.count('last', PERIODS_SHOWN),
            ahead: options.count('ahead', 0),
            years: options.oneOf('totals', ['none', 'year'], 'none') === 'year',
            layout: options.oneOf('layout', LAYOUTS, 'down'),
        };
    });
}

function dated(options: Options, name: string, table: Table): Field {
    const field = options.field(name, table);
    if (!['month', 'date', 'datetime'].includes(valueType(field))) options.wrong(name, 'declared.notDated', { value: field.id });
    return field;
}

function measureOf(options: Options, table: Table, tracker: Tracker, period: Field): Measure {
    if (options.has('growth')) return growthOf(options);
    if (options.has('ratio')) return ratioOf(options);
    return options.has('of') || options.has('table') ? groupedOf(options, table, tracker, period) : writtenOf(options, table, period);
}

const COMMON = ['id', 'label', 'definition', 'total', 'forecast'] as const;

function writtenOf(options: Options, table: Table, period: Field): Measure {
    options.only(...COMMON, 'field', 'reported');
    if (table.key.length !== 1 || table.key[0] !== period.id) options.wrong('field', 'declared.notOnePerPeriod');
    const field = options.field('field', table);
    const id = options.optional('id') ?? field.id;
    const named = { ...field, label: options.words('label') ?? field.label };
    const reported = options.has('reported') ? options.field('reported', table) : null;
    const definition = options.words('definition') ?? (field as { description?: Words }).description ?? null;
    return { ...common(options, id), field: named, definition, how: { kind: 'written', field }, reported, edits: isEditable(field) };
}

/** Of the rows of another table, by the field that says their period or leads to its row. */
function groupedOf(options: Options, table: Table, tracker: Tracker, period: Field): Measure {
    options.only(...COMMON, ...MEASURING, 'table', 'by');
    const counted = options.has('table') ? tableNamed(options, tracker) : table;
    const by = options.has('by') ? options.field('by', counted) : counted === table ? period : options.field('by', counted);
    const leads = by.type === 'reference' && by.to === table.id;
    if (!leads && !['month', 'date', 'datetime'].includes(valueType(by))) options.wrong('by', 'declared.notDated', { value: by.id });
    const measuring = measuringOf(options, counted);
    const id = options.text('id');
    const field = figureField(measuring, id, labelled(options));
    const total = options.has('total') || !['count', 'sum'].includes(measuring.of) ? {} : { total: 'sum' as const };
    return { ...common(options, id), ...total, field, how: { kind: 'grouped', measuring, by } };
}

function growthOf(options: Options): Measure {
    options.only(...COMMON, 'growth', 'against');
    const [id, of] = [options.text('id'), options.text('growth')];
    const against = options.oneOf('against', ['previous', 'year'], 'previous');
    return { ...common(options, id), field: { id, label: labelled(options), type: 'percent' }, how: { kind: 'growth', of, against } };
}

function ratioOf(options: Options): Measure {
    options.only(...COMMON, 'ratio', 'type', 'currency', 'places');
    const id = options.text('id');
    const [top, bottom, ...more] = options.texts('ratio');
    if (top === undefined || bottom === undefined || more.length > 0) options.wrong('ratio', 'declared.notPair');
    const type = options.oneOf('type', ['percent', 'decimal', 'money'], 'percent');
    const field: Field = { id, label: labelled(options), type, ...(type === 'money' ? { currency: options.optional('currency') ?? 'CNY' } : {}) };
    const places = options.count('places', type === 'percent' ? 3 : 2);
    return { ...common(options, id), field, how: { kind: 'ratio', over: [top, bottom], places } };
}

function common(options: Options, id: string) {
    const [total, isForecast] = [options.oneOf('total', TOTALS, 'none'), options.flag('forecast')];
    return { id, total, isForecast, definition: options.words('definition'), reported: null, edits: false };
}

function labelled(options: Options): Words {
    return options.words('label') ?? options.wrong('label', 'declared.missing');
}

function tableNamed(options: Options, tracker: Tracker): Table {
    const name = options.text('table');
    const table = tracker.tables.find((each) => each.id === `${tracker.id}.${name}`);
    return table ?? options.wrong('table', 'declared.notTable', { value: name });
}

/** Growth and ratio go by the names of measures that hold numbers. */
function checkNames(options: Options, measures: readonly Measure[]): void {
    const numbers = new Set(measures.filter(({ field, how }) => isNumber(field) && (how.kind === 'written' || how.kind === 'grouped')).map(({ id }) => id));
    const names = measures.map(({ id }) => id);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) options.wrong('measures', 'declared.twice', { value: twice });
    const used = measures.flatMap(({ how }) => (how.kind === 'growth' ? [how.of] : how.kind === 'ratio' ? how.over : []));
    const unknown = used.find((name) => !numbers.has(name));
    if (unknown !== undefined) options.wrong('measures', 'declared.notMeasure', { value: unknown });
}
