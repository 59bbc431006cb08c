import type { Field, Table, ViewSpec, Words } from '../../client';
import { declared, type Declared, type Options } from '../../figures/declared';
import { figureField, MEASURING, measuringOf, type Measuring } from '../../figures/measuring';
import { SPANS, type Span } from '../../figures/periods';
import { isNumber, valueType } from '../../values';

const KINDS = ['line', 'bar', 'stacked', 'scatter', 'heat'] as const;
const ROLES = ['actual', 'forecast', 'uncertain'] as const;
const DATED = ['month', 'date', 'datetime'];
const PERIODS_SHOWN = 36;

export type ChartKind = (typeof KINDS)[number];
export type Role = (typeof ROLES)[number];

export interface ChartMeasure {
    /** Name, type and unit. */
    readonly field: Field;
    readonly measuring: Measuring;
    readonly role: Role;
}

export interface ChartOptions {
    readonly kind: ChartKind;
    readonly x: Field;
    /** Periods along the axis; null where x is taken as it is. */
    readonly per: Span | null;
    /** The field whose values are a series each; in a heat its rows. */
    readonly series: Field | null;
    readonly measures: readonly ChartMeasure[];
    readonly fromZero: boolean;
    readonly last: number;
    readonly definition: Words | null;
}

export function chartOptions(view: ViewSpec, table: Table): Declared<ChartOptions> {
    return declared(view, (options) => {
        options.only('kind', 'x', 'per', 'series', 'measure', 'measures', 'zero', 'last', 'definition');
        const kind = options.oneOf('kind', KINDS);
        const x = options.field('x', table);
        const dated = DATED.includes(valueType(x));
        if (kind === 'scatter' && !dated && !isNumber(x)) options.wrong('x', 'declared.notNumber', { value: x.id });
        const measures = options.has('measures') ? options.list('measures') : [options.object('measure')];
        const series = options.has('series') ? options.field('series', table) : null;
        if (kind === 'heat' && series === null) options.wrong('series', 'declared.missing');
        if (measures.length > 1 && (series !== null || kind === 'scatter')) options.wrong('measures', 'declared.oneMeasure');
        return {
            kind,
            x,
            per: dated && kind !== 'scatter' ? options.oneOf('per', SPANS, 'month') : null,
            series,
            measures: measures.map((each) => measureOf(each, table, kind)),
            fromZero: options.flag('zero'),
            last: options.count('last', PERIODS_SHOWN),
            definition: options.words('definition'),
        };
    });
}

function measureOf(options: Options, table: Table, kind: ChartKind): ChartMeasure {
    options.only(...MEASURING, 'label', 'role');
    if (kind === 'scatter' && !options.has('field')) options.wrong('field', 'declared.missing');
    const measuring = measuringOf(options, table);
    const label = options.words('label') ?? measuring.field?.label ?? options.wrong('label', 'declared.missing');
    const id = measuring.field?.id ?? measuring.of;
    return { field: figureField(measuring, id, label), measuring, role: options.oneOf('role', ROLES, 'actual') };
}
