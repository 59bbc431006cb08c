export const WEEK = 7;
const DAY_MILLIS = 86_400_000;

/** The days of a month in rows of weeks that begin on Monday, with the days around it that fill the first and last. */
export function weeksOf(year: number, month: number): readonly (readonly Date[])[] {
    const first = new Date(year, month, 1);
    const start = 1 - ((first.getDay() + 6) % WEEK);
    const days = new Date(year, month + 1, 0).getDate();
    const weeks = Math.ceil((days + 1 - start) / WEEK);
    return Array.from({ length: weeks }, (_week, week) => Array.from({ length: WEEK }, (_day, day) => new Date(year, month, start + week * WEEK + day)));
}

/** ISO 8601: the week that has the year's first Thursday is its first. */
export function isoWeek(day: Date): number {
    const thursday = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 3 - ((day.getDay() + 6) % WEEK));
    const first = new Date(thursday.getFullYear(), 0, 4);
    return 1 + Math.round(((thursday.getTime() - first.getTime()) / DAY_MILLIS - 3 + ((first.getDay() + 6) % WEEK)) / WEEK);
}
