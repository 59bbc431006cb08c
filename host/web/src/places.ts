/** What the address bar names. Trackers have plain ids; what belongs to the host itself begins with a plus. */
export type Place =
    | { readonly kind: 'plugins' }
    | { readonly kind: 'welcome' }
    | { readonly kind: 'search'; readonly words: string }
    | ViewPlace;

export interface ViewPlace {
    readonly kind: 'view';
    readonly tracker: string;
    readonly view: string;
    /** Words its filter begins with; empty for none. */
    readonly filter: string;
}

export function placeOf(hash: string): Place {
    const [, first = '', second = '', third = ''] = hash.split('/').map(decoded);
    if (first === '+plugins') return { kind: 'plugins' };
    if (first === '+welcome') return { kind: 'welcome' };
    if (first === '+search') return { kind: 'search', words: second };
    return { kind: 'view', tracker: first, view: second, filter: third };
}

export function hashOf(place: Place): string {
    const parts =
        place.kind === 'plugins' || place.kind === 'welcome'
            ? [`+${place.kind}`]
            : place.kind === 'search'
              ? ['+search', place.words]
              : [place.tracker, place.view, place.filter];
    return ['#', ...parts.filter((part) => part !== '').map(encodeURIComponent)].join('/').replace('/%2B', '/+');
}

/** An address typed by hand may not be well formed; it then leads to what it literally says. */
function decoded(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}
