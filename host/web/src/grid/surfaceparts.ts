import type { Item, SortKey } from '../client';
import type { Reading } from '../values';
import type { RowColours } from './colours';
import type { Editing } from './editing';
import type { HeaderParts } from './headeracts';

export interface Asked {
    readonly where?: string | undefined;
    readonly sort: readonly SortKey[];
    /** The field whose equal values stand together. */
    readonly group?: string | null;
}

export interface SurfaceParts extends HeaderParts {
    readonly container: HTMLElement;
    readonly editing: Editing;
    readonly reading: Reading;
    readonly colours: RowColours;
    asked(): Asked;
    selected(item: Item | undefined): void;
    changed(): void;
    failed(failure: unknown): void;
}
