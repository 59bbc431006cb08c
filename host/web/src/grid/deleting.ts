import type { Item, Outcome } from '../client';
import { t, text } from '../settings';
import { titleIn } from '../titles';
import type { Given } from '../view';

/** Deletes a row; the revision it was deleted with, or null where it could not be, which is said. */
export async function deleted(item: Item, { query, submit, frame }: Given): Promise<number | null> {
    const title = titleIn(item, query);
    const request = { delete: item.ref, revision: item.revision };
    const outcome = await submit({ requests: [request] }, () => t('done.deleted', { title })).catch(() => null);
    if (outcome && 'accepted' in outcome) return outcome.accepted.revision;
    const why = outcome === null ? t('prompt.offline') : whyNot(outcome);
    frame.say(t('done.notDeleted', { why }));
    return null;
}

function whyNot(outcome: Exclude<Outcome, { accepted: unknown }>): string {
    return 'refused' in outcome ? text(outcome.refused[0]?.message) : text(outcome.asked[0]?.question);
}
