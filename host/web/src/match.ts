import type { Fragment } from './client';

/** The words typed, each for itself; in lower case. */
export function wordsOf(typed: string): readonly string[] {
    return typed.toLowerCase().split(/\s+/).filter((word) => word !== '');
}

/** Whether every word stands in one of the names; a name read in another language counts. */
export function fits(words: readonly string[], ...names: readonly string[]): boolean {
    const all = names.join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
}

/** A name in pieces, with what was typed marked; nothing is marked of what stands elsewhere. */
export function marked(name: string, words: readonly string[]): readonly Fragment[] {
    const lower = name.toLowerCase();
    // Where lower case is longer than the name, places would be wrong.
    if (lower.length !== name.length) return [{ text: name, hit: false }];
    const hit = new Array<boolean>(name.length).fill(false);
    for (const word of words) {
        for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) hit.fill(true, at, at + word.length);
    }
    const fragments: Fragment[] = [];
    let from = 0;
    hit.forEach((isHit, at) => {
        if (isHit === hit[at + 1]) return;
        fragments.push({ text: name.slice(from, at + 1), hit: isHit });
        from = at + 1;
    });
    return fragments;
}
