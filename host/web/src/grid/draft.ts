import type { Answers, Field, Item, Problem, Prompt, Table, Value, Values } from '../client';
import { isEditable, isUnset } from '../values';
import type { Edit, Trouble } from './edits';

/** A row being written: nothing of it is stored until all of it can be. */
export class Draft {
    private values: Values = {};
    private troubles = new Map<string, Trouble>();

    constructor(private readonly table: Table) {}

    get item(): Item {
        return { ref: '', revision: 0, values: this.values };
    }

    get required(): readonly Field[] {
        const keyed = new Set(this.table.key);
        return this.table.fields.filter((field) => isEditable(field) && (field.required || keyed.has(field.id)));
    }

    get missing(): readonly Field[] {
        return this.required.filter((field) => isUnset(this.values[field.id]));
    }

    get isEmpty(): boolean {
        return Object.values(this.values).every((value) => isUnset(value));
    }

    set(field: Field, value: Value): void {
        this.values = { ...this.values, [field.id]: value };
        this.troubles.delete(field.id);
    }

    edit(field: Field): Edit | undefined {
        const trouble = this.troubles.get(field.id);
        const value = this.values[field.id] ?? null;
        return trouble ? { ref: '', field, was: null, value, revision: 0, trouble } : undefined;
    }

    /** Puts each complaint at its cell; says which cell to show first. */
    refused(problems: readonly Problem[]): Field | undefined {
        const placed = problems.map((problem) => [this.fieldAt(problem.at), problem] as const);
        placed.forEach(([field, problem]) => {
            const before = this.troubles.get(field.id);
            const others = before?.kind === 'refused' ? before.problems : [];
            this.troubles.set(field.id, { kind: 'refused', problems: [...others, problem] });
        });
        return placed[0]?.[0];
    }

    asked(prompts: readonly Prompt[]): Field | undefined {
        const field = this.fieldAt(prompts[0]?.at ?? '');
        this.troubles.set(field.id, { kind: 'asked', prompts });
        return field;
    }

    offline(): Field {
        const field = this.fieldAt('');
        this.troubles.set(field.id, { kind: 'offline' });
        return field;
    }

    forgetTroubles(): void {
        this.troubles.clear();
    }

    request(answers?: Answers): { create: string; values: Values; answers?: Answers } {
        const set = Object.entries(this.values).filter(([, value]) => !isUnset(value));
        const request = { create: this.table.id, values: Object.fromEntries(set) };
        return answers ? { ...request, answers } : request;
    }

    private fieldAt(at: string): Field {
        const name = fieldNamed(at);
        const field = this.table.fields.find((each) => each.id === name) ?? this.required[0] ?? this.table.fields[0];
        if (!field) throw new Error(`table ${this.table.id} has no field to hold a complaint at "${at}"`);
        return field;
    }
}

/** "requests[0].values.promised" → "promised". */
export function fieldNamed(at: string): string | undefined {
    return /\.(?:values|set)\.([^.[\]]+)/.exec(at)?.[1];
}
