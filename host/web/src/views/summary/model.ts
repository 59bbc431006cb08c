import type { Field, Item, Money, Value } from '../../client';
import { decimalOf, difference, growth, quotient, sum } from '../../figures/decimals';
import { after, range, yearBefore, yearOf } from '../../figures/periods';
import { isUnset, valueType } from '../../values';
import type { Measure, SummaryOptions } from './options';

const GROWTH_PLACES = 3;

/** What was read: the row of each period, and the figures that come from other rows. */
export interface Facts {
    readonly rows: ReadonlyMap<string, Item>;
    /** By measure, then by period. */
    readonly figures: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** closed: its figures stand; waiting: over and not closed; running: of today; ahead: not happened yet. */
export type Standing = 'closed' | 'waiting' | 'over' | 'running' | 'ahead';

export type Line =
    | { readonly kind: 'period'; readonly key: string; readonly period: string; readonly item: Item | null; readonly standing: Standing }
    | { readonly kind: 'total'; readonly key: string; readonly year: string; readonly periods: readonly string[] };

/** A period table: what stands where, worked out from what was read. Nothing here knows the page. */
export class Summary {
    readonly lines: readonly Line[];
    private readonly measures: ReadonlyMap<string, Measure>;

    constructor(
        private readonly options: SummaryOptions,
        private readonly facts: Facts,
        /** The period of now, or of the past time that is shown. */
        private readonly now: string,
        shown: number,
    ) {
        this.measures = new Map(options.measures.map((measure) => [measure.id, measure]));
        this.lines = this.linesOf(shown);
    }

    value(line: Line, measure: Measure): Value {
        return line.kind === 'total' ? this.total(line.periods, measure) : this.at(line.period, measure);
    }

    /** The value of a period, shown or not: growth needs those before. */
    at(period: string, measure: Measure): Value {
        const { how } = measure;
        switch (how.kind) {
            case 'written':
                return this.facts.rows.get(period)?.values[how.field.id] ?? null;
            case 'grouped':
                return valueAs(measure.field, this.facts.figures.get(measure.id)?.get(period) ?? this.none(period, measure));
            case 'growth': {
                const before = how.against === 'year' ? yearBefore(period) : after(period, -1);
                return pair(this.number(period, how.of), this.number(before, how.of), (one, other) => growth(one, other, GROWTH_PLACES));
            }
            case 'ratio':
                return this.ratio(measure, (name) => this.number(period, name));
        }
    }

    /** Where the value was first reported as another: that one. */
    restated(line: Line, measure: Measure): Value {
        if (line.kind === 'total' || measure.reported === null || line.item === null) return null;
        const before = line.item.values[measure.reported.id] ?? null;
        const differ = pair(decimalOf(before), decimalOf(this.at(line.period, measure)), difference);
        return differ === null || /^-?0(\.0+)?$/.test(differ) ? null : before;
    }

    /** How many periods of a total have the value, of how many there are. */
    known(line: Extract<Line, { kind: 'total' }>, measure: Measure): number {
        return line.periods.filter((period) => !isUnset(this.at(period, measure))).length;
    }

    /** The periods a figure comes from, for the rows behind it. */
    periodsOf(line: Line): readonly string[] {
        return line.kind === 'total' ? line.periods : [line.period];
    }

    get first(): string | undefined {
        return this.lines.find((line) => line.kind === 'period')?.key;
    }

    get hasEarlier(): boolean {
        const first = this.first;
        return first !== undefined && this.periodsKnown().some((period) => period < first);
    }

    private linesOf(shown: number): readonly Line[] {
        const known = this.periodsKnown();
        const first = known[0];
        if (first === undefined) return [];
        const last = [known.at(-1) ?? first, after(this.options.ahead === 0 ? first : this.now, this.options.ahead)].sort().at(-1) ?? first;
        // A year adds up whole, also where only its end is on the screen.
        const all = range(first, last);
        const periods = all.slice(-Math.max(1, shown));
        const lines: Line[] = [];
        periods.forEach((period, index) => {
            lines.push(this.line(period));
            const year = yearOf(period);
            const inYear = all.filter((each) => yearOf(each) === year);
            const ends = yearOf(periods[index + 1] ?? '') !== year;
            if (this.options.years && ends && inYear.some((each) => each <= this.now)) lines.push({ kind: 'total', key: `total ${year}`, year, periods: inYear });
        });
        return lines;
    }

    private line(period: string): Line {
        const item = this.facts.rows.get(period) ?? null;
        return { kind: 'period', key: period, period, item, standing: this.standing(period, item) };
    }

    private standing(period: string, item: Item | null): Standing {
        const { closed } = this.options;
        const value = closed && item?.values[closed.id];
        if (closed && !isUnset(value) && value !== false) return 'closed';
        if (period >= this.now) return period === this.now ? 'running' : 'ahead';
        return closed ? 'waiting' : 'over';
    }

    private periodsKnown(): readonly string[] {
        const all = [...this.facts.rows.keys(), ...[...this.facts.figures.values()].flatMap((each) => [...each.keys()])];
        return [...new Set(all)].sort();
    }

    /** Where there are no rows their count is known; of what they add up to nothing is. */
    private none(period: string, { how }: Measure): string | null {
        const isCount = how.kind === 'grouped' && how.measuring.of === 'count';
        return isCount && period <= this.now ? '0' : null;
    }

    private number(period: string, name: string): string | null {
        const measure = this.measures.get(name);
        return measure ? decimalOf(this.at(period, measure)) : null;
    }

    private total(periods: readonly string[], measure: Measure): Value {
        if (measure.how.kind === 'ratio') return this.ratioOfSums(measure, periods);
        const values = periods.map((period) => this.at(period, measure)).filter((value) => !isUnset(value));
        if (measure.total === 'none' || values.length === 0) return null;
        if (measure.total === 'last') return values.at(-1) ?? null;
        return valueAs(measure.field, sum(values.flatMap((value) => decimalOf(value) ?? [])));
    }

    /** A ratio of a year is that of its sums, over the periods that have both; of what does not add up there is none. */
    private ratioOfSums(measure: Measure, periods: readonly string[]): Value {
        const names = measure.how.kind === 'ratio' ? measure.how.over : [];
        if (names.some((name) => this.measures.get(name)?.total !== 'sum')) return null;
        const both = periods.filter((period) => names.every((name) => this.number(period, name) !== null));
        if (both.length === 0) return null;
        return this.ratio(measure, (name) => sum(both.map((period) => this.number(period, name) ?? '0')));
    }

    private ratio(measure: Measure, of: (name: string) => string | null): Value {
        if (measure.how.kind !== 'ratio') return null;
        const { over, places } = measure.how;
        return valueAs(measure.field, pair(of(over[0]), of(over[1]), (one, other) => quotient(one, other, places)));
    }
}

function pair(one: string | null, other: string | null, work: (one: string, other: string) => string | null): string | null {
    return one === null || other === null ? null : work(one, other);
}

/** Decimal text as a value of the field. */
export function valueAs(field: Field, decimal: string | null): Value {
    if (decimal === null) return null;
    if (valueType(field) === 'integer') return Number(decimal);
    return valueType(field) === 'money' ? ({ amount: decimal, currency: field.currency ?? 'CNY' } satisfies Money) : decimal;
}
