import { settings, t } from '../../settings';
import type { Column, Held, Row } from './model';
import type { Meaning } from './statemarks';

export function meaningWord(meaning: Meaning): string {
    return t(`matrix.is.${meaning}`);
}

export function columnName({ parent, title }: Column): string {
    return parent ? `${parent.title} ${title}` : title;
}

/** What is special about a cell, in words: evidence, age, conflict, where its value comes from. */
export function remarks(held: Held, since: string | null): readonly string[] {
    const { stated, freshness, conflict, carried, meaning } = held;
    if (!stated) return [];
    const said: string[] = [];
    if (meaning !== 'unknown') said.push(t('matrix.sources', { count: stated.evidence }));
    if (stated.verified !== null) said.push(t('matrix.verified', { day: stated.verified }));
    if (freshness !== 'fresh') said.push(t(`matrix.${freshness}`));
    if (conflict) said.push(t('matrix.conflict'));
    if (carried && since !== null) said.push(t('matrix.since', { column: since }));
    return said;
}

/** A cell read aloud: row, column, state, evidence, freshness, conflict. */
export function sentence(row: Row, column: Column, held: Held, since: string | null): string {
    const [colon, comma] = settings.language === 'zh' ? ['：', '，'] : [': ', ', '];
    return [`${row.title}${comma}${columnName(column)}${colon}${meaningWord(held.meaning)}`, ...remarks(held, since)].join(comma);
}
