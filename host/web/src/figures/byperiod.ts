import type { Field } from '../client';
import { plain, valueType } from '../values';
import type { Query } from '../view';
import { allOf } from '../where';
import { within } from './conditions';
import { measured, type Measured, type Measuring, type Scope } from './measuring';
import { periodOf, range, type Span } from './periods';

export interface Stretch {
    readonly per: Span;
    readonly from: string;
    readonly to: string;
}

/** Figures by the period a field lies in. Grouped by instants there would be as many groups as rows: each period is asked for by itself. */
export async function byPeriod(query: Query, measuring: Measuring, dated: Field, others: readonly Field[], stretch: Stretch, scope: Scope): Promise<readonly Measured[]> {
    const { per, from, to } = stretch;
    const named = (parts: readonly Measured[], period: string) => parts.map((part) => ({ ...part, by: { ...part.by, [dated.id]: period } }));
    if (valueType(dated) === 'datetime') {
        const periods = range(from, to);
        const ask = (period: string) => measured(query, measuring, others, { ...scope, where: allOf(scope.where, within(dated, period, period)) });
        const answers = await Promise.all(periods.map(ask));
        return answers.flatMap((parts, index) => named(parts, periods[index] ?? '').filter(({ count }) => count > 0));
    }
    const parts = await measured(query, measuring, [dated, ...others], scope);
    return parts.flatMap((part) => {
        const period = periodOf(plain(part.by[dated.id]), per);
        return period === null ? [] : named([part], period);
    });
}
