import type { Field, Value } from '../client';

const DAY_MILLIS = 86_400_000;

/** How values go on that are evenly apart: whole numbers, dates and months; null where they are not. */
export function seriesOf(field: Field, values: readonly Value[]): ((place: number) => Value) | null {
    const scale = scales[field.type];
    const numbers = scale ? values.map((value) => scale.read(value)) : [];
    const [first, second] = numbers;
    if (!scale || first === undefined || first === null || second === undefined || second === null) return null;
    const step = second - first;
    const isEven = step !== 0 && numbers.every((number, place) => number === first + place * step);
    return isEven ? (place) => scale.write(first + place * step) : null;
}

interface Scale {
    read(value: Value): number | null;
    write(number: number): Value;
}

const scales: Readonly<Record<string, Scale>> = {
    integer: { read: (value) => (typeof value === 'number' ? value : null), write: (number) => number },
    date: {
        read: (value) => (typeof value === 'string' ? Math.round(Date.parse(`${value}T00:00:00Z`) / DAY_MILLIS) : null),
        write: (number) => new Date(number * DAY_MILLIS).toISOString().slice(0, 10),
    },
    month: {
        read: (value) => (typeof value === 'string' ? Number(value.slice(0, -3)) * 12 + Number(value.slice(-2)) - 1 : null),
        write: (number) => `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`,
    },
};
