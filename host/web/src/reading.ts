/** What can be told of a text or an address without a page to show it in. */

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /\p{Script=Latin}+/gu;
const ITEM = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*\/[0-9A-Za-z_-]{1,40}$/;

/** The language a fragment is set in, for its glyphs and for speech; empty where it cannot be told. */
export function languageOf(text: string): string {
    const [han, latin] = [text.match(HAN)?.length ?? 0, text.match(LATIN_WORD)?.length ?? 0];
    // A Chinese sentence of this field is full of names in Latin letters; an English one has no Han but in a name.
    if (han * 2 > latin) return 'zh-CN';
    return latin > 0 ? 'en' : '';
}

/** A name of a language as people write it ("EN", "zh_cn"), as the page wants it; empty where it is none. */
export function languageNamed(name: string): string {
    const plain = name.trim().replace('_', '-');
    return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(plain) ? plain : '';
}

/** The item that a link in Markdown names, or null where it leads elsewhere. */
export function itemNamed(address: string): string | null {
    return ITEM.test(address) ? address : null;
}

export function isWebAddress(address: string): boolean {
    return /^https?:\/\//i.test(address);
}
