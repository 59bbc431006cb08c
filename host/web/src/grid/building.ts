import type { Table } from '../client';
import { titleIn } from '../titles';
import type { Query } from '../view';
import type { BuilderState } from './builder';
import type { Operator } from './conditions';

const TITLES = 500;

/** What is chosen in the builder of conditions so far. */
export class Building {
    private chosen: Omit<BuilderState, 'table'> = { field: '', operator: null, titles: [] };

    constructor(
        private readonly table: Table,
        private readonly query: Query,
        private readonly changed: () => void,
    ) {}

    get state(): BuilderState {
        return { table: this.table, ...this.chosen };
    }

    /** What is compared with a reference is chosen by its title. */
    async choose(field: string, operator: Operator | null): Promise<void> {
        const isOther = field !== this.chosen.field;
        this.chosen = { field, operator, titles: isOther ? [] : this.chosen.titles };
        this.changed();
        const to = this.query.table(this.table.fields.find(({ id }) => id === field)?.to ?? '');
        if (!isOther || !to) return;
        const page = await this.query.items({ table: to.id, sort: [{ field: to.title }], offset: 0, limit: TITLES }).catch(() => null);
        if (this.chosen.field !== field) return;
        this.chosen = { ...this.chosen, titles: page?.items.map((item) => ({ ref: item.ref, title: titleIn(item, this.query) })) ?? [] };
        this.changed();
    }
}
