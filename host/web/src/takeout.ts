import { API, query, sortText, type ViewSpec } from './client';
import type { Shown } from './view';
import type { Language } from './words';

export const FORMATS = ['xlsx', 'csv', 'md', 'jsonl'] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** Where what is on the screen can be downloaded from, in the reader's words and as of the time shown. */
export function exportAddress(view: ViewSpec, shown: Shown, format: ExportFormat, words: Language, asOf: string | null): string {
    const { columns = view.columns, where = view.where, sort = view.sort } = shown;
    const asked = { format, words, identified: format === 'md' ? 'false' : undefined, columns: columns?.join(','), where, sort: sortText(sort), asOf: asOf ?? undefined };
    return `${API}/export/${view.table}${query(asked)}`;
}

/** A download that the browser names and keeps. */
export function download(address: string): void {
    const link = document.createElement('a');
    link.href = address;
    link.download = '';
    document.body.append(link);
    link.click();
    link.remove();
}
