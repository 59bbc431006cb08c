import type { Choice, Field, Value } from '../client';
import { listOf, parse, type Parsed } from '../values';
import type { Query } from '../view';
import { quoted } from '../where';
import { kindOf, type Copied } from './block';

const TITLES_AT_ONCE = 40;
const SEVERAL = /[,;\n，、；]/;

/** Reads what was copied as values of the fields it comes to: by label, by title, or as somebody would type it. */
export class Understanding {
    private readonly refs = new Map<string, string | null>();

    constructor(
        private readonly query: Query,
        private readonly now: Date,
    ) {}

    /** Asks for the items that are meant by their titles, all of a column together. */
    async prepare(field: Field, cells: readonly Copied[]): Promise<void> {
        const table = this.query.table(field.to ?? '');
        if (!table || !field.type.startsWith('reference')) return;
        const unknown = cells.filter((cell) => cell.kind !== kindOf(field)).flatMap(({ text }) => namesIn(field, text));
        const titles = [...new Set(unknown)].filter((title) => !this.refs.has(keyOf(field, title)));
        for (let from = 0; from < titles.length; from += TITLES_AT_ONCE) {
            const some = titles.slice(from, from + TITLES_AT_ONCE);
            const where = some.map((title) => `${table.title} == ${quoted(title)}`).join(' || ');
            const { items } = await this.query.items({ table: table.id, where, offset: 0, limit: 500 });
            some.forEach((title) => {
                const called = items.filter((item) => item.values[table.title] === title);
                // Of two with the same name none is meant for sure.
                this.refs.set(keyOf(field, title), called.length === 1 ? (called[0]?.ref ?? null) : null);
            });
        }
    }

    read(field: Field, cell: Copied): Parsed {
        if (cell.kind === kindOf(field)) return { value: cell.value ?? null, understood: true };
        switch (field.type) {
            case 'choice':
                return one(cell.text, (name) => choiceNamed(field, name));
            case 'choices':
                return several(field, cell.text, (name) => choiceNamed(field, name));
            case 'reference':
                return one(cell.text, (name) => this.refs.get(keyOf(field, name)) ?? null);
            case 'references':
                return several(field, cell.text, (name) => this.refs.get(keyOf(field, name)) ?? null);
            default:
                return parse(field, cell.text, this.now);
        }
    }
}

function one(text: string, find: (name: string) => string | null): Parsed {
    const name = text.trim();
    if (name === '') return { value: null, understood: true };
    const value = find(name);
    return value === null ? { value: text, understood: false } : { value, understood: true };
}

function several(field: Field, text: string, find: (name: string) => string | null): Parsed {
    const found = namesIn(field, text).map(find);
    const value: Value = found.filter((each) => each !== null);
    if (found.includes(null)) return { value: text, understood: false };
    return { value: listOf(value).length > 0 ? value : null, understood: true };
}

function namesIn(field: Field, text: string): readonly string[] {
    const names = field.type.endsWith('s') ? text.split(SEVERAL) : [text];
    return names.map((name) => name.trim()).filter((name) => name !== '');
}

function choiceNamed(field: Field, name: string): string | null {
    const lower = name.toLowerCase();
    const called = ({ id, label }: Choice) => [id, label.en, label.zh].some((each) => each.toLowerCase() === lower);
    return field.choices?.find(called)?.id ?? null;
}

function keyOf(field: Field, title: string): string {
    return `${field.to ?? ''} ${title}`;
}
