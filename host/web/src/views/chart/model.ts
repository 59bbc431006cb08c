import type { Value } from '../../client';
import type { Role } from './options';

/** One place along an axis. */
export interface Category {
    readonly key: string;
    readonly label: string;
    /** Which rows stand there. */
    readonly where: string;
    /** Has not happened yet. */
    readonly isAhead: boolean;
}

export interface Series {
    readonly key: string;
    readonly label: string;
    readonly role: Role;
    /** Which rows belong to it; empty for all. */
    readonly where: string;
    /** A decimal text for each category; null where it cannot be told. */
    readonly values: readonly (string | null)[];
    /** Is not one series but what is left of the smaller ones. */
    readonly isRest?: boolean;
}

export interface Plot {
    readonly categories: readonly Category[];
    readonly series: readonly Series[];
    /** How many categories there are that are not shown. */
    readonly hidden: number;
}

export interface Dot {
    readonly ref: string;
    readonly label: string;
    readonly x: Value;
    readonly y: Value;
    readonly at: readonly [number, number];
}

export interface Dots {
    readonly dots: readonly Dot[];
    /** How many rows there are, also of those that are not shown. */
    readonly total: number;
}

/** The axis goes to zero unless all lies far from it: then what differs would be a flat line. */
export function axisFrom(values: readonly number[], mustZero: boolean): number {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    if (mustZero || values.length === 0 || least <= 0 || (most - least) / most > 0.6) return Math.min(0, least);
    const spread = most - least || most / 5;
    const step = 10 ** Math.floor(Math.log10(spread / 2));
    return Math.max(0, Math.floor((least - spread * 0.15) / step) * step);
}

/** How large numbers are spoken of along an axis: the unit moves there, the figures stay short. */
export interface Scale {
    readonly by: number;
    readonly word: 'none' | 'thousand' | 'tenThousand' | 'million' | 'hundredMillion';
}

export function scaleFor(most: number, language: 'en' | 'zh'): Scale {
    const steps: readonly Scale[] =
        language === 'zh'
            ? [{ by: 1e8, word: 'hundredMillion' }, { by: 1e4, word: 'tenThousand' }]
            : [{ by: 1e6, word: 'million' }, { by: 1e3, word: 'thousand' }];
    return steps.find((step) => most >= step.by * 5 || (most >= step.by && step.by >= 1e6)) ?? { by: 1, word: 'none' };
}

/** The largest series, and the others as one: greys beyond a few cannot be told apart. */
export function condensed(series: readonly Series[], most: number, rest: string): readonly Series[] {
    if (series.length <= most) return series;
    const weight = (each: Series) => each.values.reduce((sum, value) => sum + Math.abs(Number(value ?? 0)), 0);
    const heavy = [...series].sort((one, other) => weight(other) - weight(one)).slice(0, most - 1);
    const others = series.filter((each) => !heavy.includes(each));
    const values = others[0]?.values.map((_, index) => {
        const known = others.map((each) => each.values[index] ?? null).filter((value) => value !== null);
        return known.length === 0 ? null : String(known.reduce((sum, value) => sum + Number(value), 0));
    });
    return [...series.filter((each) => heavy.includes(each)), { key: '+rest', label: rest, role: 'actual', where: others.map((each) => `(${each.where})`).join(' || '), values: values ?? [], isRest: true }];
}
