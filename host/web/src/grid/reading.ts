import { t, text } from '../settings';
import type { Reading } from '../values';

/** Values in the reader's language, whichever that is when they are read. */
export function readingOf(title: Reading['title']): Reading {
    return {
        text,
        title,
        get yes() {
            return t('value.yes');
        },
        get no() {
            return t('value.no');
        },
    };
}
