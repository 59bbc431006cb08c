/** Numbers as people write and read them, kept as decimal text throughout: nothing is rounded. */

const SCALES: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };
const MINUS = '\u2212';

/** "1.2万", "(12,345.60)", "￥３００" → "12000", "-12345.60", "300"; null when it is no number. */
export function parseDecimal(text: string): string | null {
    let rest = text.normalize('NFKC').replace(/[\s,_¥$]/g, '').replace(/[\u2212\u2013]/g, '-');
    let negative = false;
    const bracketed = /^\((.+)\)$/.exec(rest);
    if (bracketed?.[1]) [negative, rest] = [true, bracketed[1]];
    if (rest.startsWith('-')) [negative, rest] = [!negative, rest.slice(1)];
    else if (rest.startsWith('+')) rest = rest.slice(1);
    const scale = SCALES[rest.at(-1) ?? ''] ?? 0;
    if (scale > 0) rest = rest.slice(0, -1);
    if (!/^(\d+\.?\d*|\.\d+)$/.test(rest)) return null;
    const value = shift(rest, scale);
    return negative && /[1-9]/.test(value) ? `-${value}` : value;
}

/** Moves the point: shift("0.125", 2) is "12.5", shift("12.5", -2) is "0.125". */
export function shift(decimal: string, places: number): string {
    const negative = decimal.startsWith('-');
    const [whole = '', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.');
    const zeros = '0'.repeat(Math.abs(places));
    const digits = places < 0 ? zeros + whole + fraction : whole + fraction + zeros;
    const point = places < 0 ? whole.length : whole.length + places;
    const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
    const rest = digits.slice(point, places > 0 ? point + Math.max(0, fraction.length - places) : undefined);
    return (negative ? '-' : '') + integer + (rest === '' ? '' : `.${rest}`);
}

/** Thousands separated, with a true minus sign. */
export function grouped(decimal: string): string {
    const [whole = '', fraction] = decimal.replace('-', '').split('.');
    const sign = decimal.startsWith('-') ? MINUS : '';
    const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return sign + groups + (fraction === undefined ? '' : `.${fraction}`);
}

/** In the unit a person would say it in. */
export function sizeOf(bytes: number): string {
    const units = ['B', 'kB', 'MB', 'GB'];
    const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    const amount = bytes / 1000 ** step;
    return `${grouped(step === 0 || amount >= 100 ? String(Math.round(amount)) : amount.toFixed(1))} ${units[step] ?? ''}`;
}
