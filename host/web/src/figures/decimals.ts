import type { Value } from '../client';

/** Sums, differences and quotients of decimal texts, exact: a figure must add up to the last cent. */

interface Scaled {
    readonly digits: bigint;
    readonly places: number;
}

/** The number in a value, as decimal text; null where there is none. */
export function decimalOf(value: Value | undefined): string | null {
    if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : value.toFixed(6);
    if (typeof value === 'string') return isDecimal(value) ? value : null;
    return value !== null && typeof value === 'object' && 'amount' in value ? value.amount : null;
}

export function isDecimal(text: string): boolean {
    return /^-?\d+(\.\d+)?$/.test(text);
}

export function sum(decimals: readonly string[]): string {
    const read = decimals.map(scaled);
    const places = Math.max(0, ...read.map((each) => each.places));
    return written({ digits: read.reduce((total, each) => total + raised(each, places), 0n), places });
}

export function difference(one: string, other: string): string {
    return sum([one, other.startsWith('-') ? other.slice(1) : `-${other}`]);
}

/** Rounded half away from zero; null where nothing can be divided by. */
export function quotient(one: string, other: string, places: number): string | null {
    const [top, bottom] = [scaled(one), scaled(other)];
    if (bottom.digits === 0n) return null;
    const common = Math.max(top.places, bottom.places);
    const [dividend, divisor] = [raised(top, common + places), raised(bottom, common)];
    const sign = dividend < 0n === divisor < 0n ? 1n : -1n;
    const [whole, part] = [positive(dividend), positive(divisor)];
    return written({ digits: (sign * (2n * whole + part)) / (2n * part), places });
}

/** By how much one is more than the other, as a fraction of the other's size. */
export function growth(one: string, other: string, places: number): string | null {
    return quotient(difference(one, other), other.replace('-', ''), places);
}

function scaled(decimal: string): Scaled {
    const [whole = '0', fraction = ''] = decimal.split('.');
    return { digits: BigInt(whole + fraction), places: fraction.length };
}

function raised({ digits, places }: Scaled, to: number): bigint {
    return digits * 10n ** BigInt(to - places);
}

function positive(digits: bigint): bigint {
    return digits < 0n ? -digits : digits;
}

function written({ digits, places }: Scaled): string {
    const text = positive(digits).toString().padStart(places + 1, '0');
    const whole = text.slice(0, text.length - places);
    const fraction = places === 0 ? '' : `.${text.slice(text.length - places)}`;
    return (digits < 0n ? '-' : '') + whole + fraction;
}
