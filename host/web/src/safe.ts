import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { hashOf } from './places';
import { isWebAddress, itemNamed } from './reading';
import { placeOfItem } from './trackers';

const POLICY = {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'select', 'textarea', 'video', 'audio', 'picture', 'source', 'dialog'],
    FORBID_ATTR: ['style', 'class', 'id', 'name', 'srcset', 'target', 'tabindex', 'accesskey', 'contenteditable'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true as const,
};

export interface SafeWords {
    /** Stands for a picture without words of its own. */
    readonly picture: string;
}

/**
 * What strangers wrote, made fit to stand in our page. The server has cleaned what came from feeds
 * already; this is the second of two locks, and the only one for what people write. Pictures from
 * elsewhere become links: fetching one would tell its server who reads what and when.
 */
export function safeHtml(html: string, words: SafeWords): DocumentFragment {
    // A document without a window: nothing in it loads or runs.
    const inert = document.implementation.createHTMLDocument('');
    inert.body.innerHTML = quietened(html);
    inert.querySelectorAll('img').forEach((picture) => withoutLoading(picture, words));
    const fragment = DOMPurify.sanitize(inert.body.innerHTML, POLICY);
    fragment.querySelectorAll('a').forEach(leadOn);
    return fragment;
}

/** Markdown, with links to items: "[RC 1](partner-roadmap.item/rc1)". */
export function safeMarkdown(text: string, words: SafeWords): DocumentFragment {
    return safeHtml(marked.parse(text, { async: false, gfm: true, breaks: true }), words);
}

/** The item that a press on a link in such text leads to, if any. */
export function itemPressed(event: Event): string | null {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-item]') : null;
    return link?.dataset['item'] ?? null;
}

/** The browser complains aloud of styles and handlers it would not run anyway; taking them out early keeps its console for what matters. */
function quietened(html: string): string {
    return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(?:on\w+|style)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ' '));
}

function withoutLoading(picture: HTMLImageElement, words: SafeWords): void {
    const address = picture.getAttribute('src') ?? '';
    if (address.startsWith('data:image/')) return;
    const text = picture.getAttribute('alt')?.trim() || words.picture;
    if (picture.closest('a') || !isWebAddress(address)) {
        picture.replaceWith(`[${text}]`);
        return;
    }
    const link = picture.ownerDocument.createElement('a');
    link.href = address;
    link.textContent = `[${text}]`;
    picture.replaceWith(link);
}

function leadOn(link: HTMLAnchorElement): void {
    const address = link.getAttribute('href') ?? '';
    const item = itemNamed(address);
    if (item !== null) {
        link.href = hashOf(placeOfItem(item, 'form'));
        link.dataset['item'] = item;
    } else if (isWebAddress(address) || address.startsWith('mailto:')) {
        link.target = '_blank';
        link.rel = 'noopener noreferrer nofollow';
    } else {
        // It was meant for the page it came from; here it would lead astray.
        link.removeAttribute('href');
    }
}
