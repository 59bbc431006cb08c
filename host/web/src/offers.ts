import { tableOf, type Hit, type Hits, type Tracker, type Words } from './client';
import { commands, type Command } from './commands';
import type { Offer, PaletteParts } from './palette';
import { hashOf, type Place } from './places';
import type { Perspectives } from './perspectives';
import { settings, text } from './settings';
import { iconOf, iconOfKind, placeOfTable, viewsOf } from './trackers';
import { words, type WordKey } from './words';

export interface OffersParts {
    readonly perspectives: Perspectives | null;
    trackers(): readonly Tracker[];
    go(place: Place): void;
    search(words: string, limit: number): Promise<Hits>;
}

/** What the palette finds: commands, the views of all trackers, and items. */
export function offers(parts: OffersParts): PaletteParts {
    return {
        commands: () => commands.list().filter((command) => command.run && command.id !== 'palette').map(ofCommand),
        views: () => parts.trackers().flatMap((tracker) => ofViews(tracker, parts)),
        search: (typed, limit) => parts.search(typed, limit),
        offerOf: (hit) => ofHit(hit, parts),
        all: (typed) => parts.go({ kind: 'search', words: typed }),
    };
}

function ofCommand(command: Command): Offer {
    const label = both(command.label);
    return {
        ...named(label),
        note: command.from ? text(command.from) : text(both(command.scope)),
        mark: 'command',
        keys: command.keys,
        blocked: command.blocked?.() ?? null,
        run: () => command.run?.(),
    };
}

function ofViews(tracker: Tracker, { perspectives }: OffersParts): Offer[] {
    return viewsOf(tracker).map((view) => ({
        ...named(view.label),
        note: text(tracker.label),
        mark: view.kind === 'grid' ? iconOf(tracker) : iconOfKind(view.kind),
        keys: [],
        blocked: null,
        run: () => {
            const place = { kind: 'view', tracker: tracker.id, view: view.id, filter: '' } as const;
            perspectives?.open(place);
            location.hash = hashOf(place);
        },
    }));
}

function ofHit(hit: Hit, parts: OffersParts): Offer | undefined {
    const tracker = parts.trackers().find((each) => each.tables.some((table) => table.id === tableOf(hit.ref)));
    const table = tracker?.tables.find((each) => each.id === tableOf(hit.ref));
    const place = table && placeOfTable(parts.trackers(), table);
    if (!tracker || !table || !place) return undefined;
    const run = () => parts.go({ ...place, filter: hit.title });
    return { label: hit.title, alias: '', note: text(table.label), mark: iconOf(tracker), keys: [], blocked: null, run };
}

function named(label: Words): Pick<Offer, 'label' | 'alias'> {
    return { label: text(label), alias: label[settings.language === 'zh' ? 'en' : 'zh'] };
}

function both(label: WordKey | Words): Words {
    return typeof label === 'string' ? words[label] : label;
}

