import type { Table, ViewSpec } from '../client';
import type { Settings } from '../view';
import { declaredLook, differing, lookIn, namedLooks, type Look, type NamedLook } from './look';
import type { LookActions, LookState } from './lookpanel';

/** The look that is used, the ones somebody gave a name, and the one the tracker declares, which always stays. */
export class Looks implements LookActions {
    private readonly declared: Look;
    private named: readonly NamedLook[];
    private current: Look;

    constructor(
        private readonly table: Table,
        view: ViewSpec,
        settings: Settings,
        private readonly keep: (settings: Settings) => void,
        private readonly changed: (before: Look) => void,
    ) {
        this.declared = declaredLook(table, view);
        this.current = lookIn(settings, table, this.declared);
        this.named = namedLooks(settings, table, this.declared);
    }

    get look(): Look {
        return this.current;
    }

    get state(): LookState {
        const { table, current: look, named, declared } = this;
        return { table, look, named, isDeclared: Object.keys(differing(look, declared)).length === 0 };
    }

    use(change: Partial<Look>): void {
        this.turnTo({ ...this.current, ...change });
    }

    useDeclared(): void {
        this.turnTo(this.declared);
    }

    useNamed(name: string): void {
        const found = this.named.find((each) => each.name === name);
        if (found) this.turnTo(found.look);
    }

    /** Under a name there is already it takes the place of that one. */
    save(name: string): void {
        this.named = [...this.named.filter((each) => each.name !== name), { name, look: this.current }];
        this.store();
        this.changed(this.current);
    }

    forget(name: string): void {
        this.named = this.named.filter((each) => each.name !== name);
        this.store();
        this.changed(this.current);
    }

    private turnTo(look: Look): void {
        const before = this.current;
        this.current = look;
        this.store();
        this.changed(before);
    }

    private store(): void {
        const named = this.named.map(({ name, look }) => ({ name, look: differing(look, this.declared) }));
        this.keep({ ...differing(this.current, this.declared), ...(named.length > 0 ? { named } : {}) });
    }
}
