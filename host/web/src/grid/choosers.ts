import type { Field, Item, Table } from '../client';
import { t, text } from '../settings';
import { titleIn } from '../titles';
import { shown, type Reading } from '../values';
import type { Query } from '../view';
import { filterExpression, quoted } from '../where';
import { Chooser, type Candidates } from './chooser';
import type { Option } from './picker';

const SHOWN = 30;

/** How the values of this field are chosen, if they are chosen rather than typed. */
export function chooserFor(field: Field, query: Query, reading: Reading): Chooser | null {
    const words = { label: text(field.label), none: t('edit.none'), searching: t('edit.searching') };
    switch (field.type) {
        case 'boolean':
            return new Chooser(booleans(reading), false, words, (id) => id === 'true');
        case 'choice':
        case 'choices':
            return new Chooser(choices(field), field.type === 'choices', words);
        case 'reference':
        case 'references':
            return new Chooser(references(field, query, reading), field.type === 'references', words);
        default:
            return null;
    }
}

function choices(field: Field): Candidates {
    return (typed) => {
        const lower = typed.toLowerCase();
        const fits = (field.choices ?? []).filter((choice) =>
            [choice.id, choice.label.en, choice.label.zh].some((each) => each.toLowerCase().includes(lower)),
        );
        return fits.map((choice) => ({ id: choice.id, label: text(choice.label) }));
    };
}

const SAID: Readonly<Record<string, readonly string[]>> = {
    true: ['y', 'yes', '1', 'true', '是', '对', '有'],
    false: ['n', 'no', '0', 'false', '否', '不', '无'],
};

function booleans(reading: Reading): Candidates {
    return (typed) => {
        const said = typed.toLowerCase();
        const options = [
            { id: 'true', label: reading.yes },
            { id: 'false', label: reading.no },
        ];
        return options.filter((option) => said === '' || SAID[option.id]?.some((word) => word.startsWith(said)));
    };
}

function references(field: Field, query: Query, reading: Reading): Candidates {
    const table = query.table(field.to ?? '');
    return async (typed): Promise<readonly Option[]> => {
        if (!table) return [];
        const items = await found(table, typed, query);
        const noted = table.fields.find((each) => each.type === 'choice' || (table.key.includes(each.id) && each.id !== table.title));
        return items.map((item) => {
            const note = noted ? shown(noted, item.values[noted.id], reading) : '';
            return { id: item.ref, label: titleIn(item, query), note };
        });
    };
}

/**
 * Whole words by the index, which answers at once however large the table is, and beside them what
 * has the typed part in its title, as its last word may not be whole yet.
 */
async function found(table: Table, typed: string, query: Query): Promise<readonly Item[]> {
    const asked = { table: table.id, offset: 0, limit: SHOWN };
    if (typed === '') return (await query.items(asked).catch(() => null))?.items ?? [];
    const inTitle = `${table.title}.lower().contains(${quoted(typed.toLowerCase())})`;
    const pages = await Promise.all([
        query.items({ ...asked, where: titled(table) ? inTitle : filterExpression(table, typed) }).catch(() => null),
        query.items({ ...asked, text: typed }).catch(() => null),
    ]);
    const items = pages.flatMap((page) => page?.items ?? []);
    return [...new Map(items.map((item) => [item.ref, item])).values()].slice(0, SHOWN);
}

function titled(table: Table): boolean {
    return table.fields.some(({ id, type }) => id === table.title && type === 'text');
}
