// What the stand-in holds: the real partner roadmap with its sample.
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../../plugins/partner-roadmap/', import.meta.url);

export const trackers = [JSON.parse(readFileSync(new URL('tracker.json', folder), 'utf8'))].map((tracker) => ({
    ...tracker,
    tables: tracker.tables.map((table) => ({ ...table, id: `${tracker.id}.${table.id}` })),
    views: tracker.views.map((view) => ({ ...view, table: `${tracker.id}.${view.table}` })),
}));

export function* sampleItems() {
    for (const name of readdirSync(new URL('sample/', folder)).sort()) {
        for (const line of readFileSync(new URL(`sample/${name}`, folder), 'utf8').split('\n').filter((each) => each.startsWith('{'))) {
            const { time, actor, reason, requests } = JSON.parse(line);
            yield [time, actor, requests, reason];
        }
    }
}
