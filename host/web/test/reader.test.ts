import { describe, expect, it } from 'vitest';
import type { Ask, GroupQuestion, Item, Outcome, Page, Question, Submission, Table } from '../src/client';
import type { Query } from '../src/view';
import { Marks } from '../src/views/reader/marks';
import { readerOptions, type ReaderOptions } from '../src/views/reader/options';
import { readSources } from '../src/views/reader/sources';
import { unreadStories } from '../src/views/reader/stories';
import { scrolledTo, spanOf } from '../src/views/reader/window';

const label = (en: string) => ({ en, zh: en });
const field = (id: string, type: string, more: object = {}) => ({ id, type, label: label(id), ...more });
const STORY: Table = { id: 'n.story', label: label('Story'), key: ['name'], title: 'name', fields: [field('name', 'text'), field('source', 'reference', { to: 'n.source' })] };
const SOURCE: Table = { id: 'n.source', label: label('Source'), key: ['name'], title: 'name', fields: [field('name', 'text'), field('kind', 'choice', { choices: [{ id: 'b', label: label('Big') }, { id: 'a', label: label('All else') }] })] };
const MARK: Table = {
    id: 'n.mark', label: label('Mark'), key: ['story', 'who'], title: 'who',
    fields: [field('story', 'reference', { to: 'n.story' }), field('who', 'person'), field('on', 'datetime'), field('star', 'boolean'), field('source', 'lookup', { of: 'reference' })],
};
const declared = { source: 'source', group: 'kind', marks: { table: 'n.mark', item: 'story', reader: 'who', read: 'on', star: 'star', source: 'source' } };
const found = readerOptions({ id: 'r', kind: 'reader', table: 'n.story', label: label('R'), options: declared }, STORY, (id) => [SOURCE, MARK].find((table) => table.id === id));
if ('code' in found) throw new Error(found.message.en);
const options: ReaderOptions = found;
if (!options.marks) throw new Error('the marks are declared');
const marked = options.marks;

/** Stories and the marks of readers, answered as the host would. */
class Desk {
    readonly marks: Item[] = [];
    readonly asked: Question[] = [];
    refuses = false;
    private made = 0;

    constructor(readonly stories: readonly string[]) {}

    readonly query = {
        items: (question: Question): Promise<Page> => {
            this.asked.push(question);
            const all = question.table === 'n.mark' ? this.marks.filter(({ values }) => question.where?.includes(JSON.stringify(values['story']))) : this.stories.map(story);
            return Promise.resolve({ revision: 1, total: all.length, items: all.slice(question.offset, question.offset + question.limit) });
        },
    } as unknown as Query;

    readonly submit = ({ requests }: Submission): Promise<Outcome> => {
        if (this.refuses) return Promise.resolve({ refused: [{ code: 'x', at: '', message: label('no') }] });
        const revision = ++this.made;
        const changes = requests.map((request) => ({ kind: 'updated' as const, ref: this.put(request, revision) }));
        return Promise.resolve({ accepted: { revision, time: '', changes } });
    };

    private put(request: Ask, revision: number): string {
        if ('create' in request) {
            const ref = `n.mark/${this.marks.length}`;
            this.marks.push({ ref, revision, values: request.values });
            return ref;
        }
        const ref = 'update' in request ? request.update : '';
        const at = this.marks.findIndex((mark) => mark.ref === ref);
        const mark = this.marks[at];
        if (!mark || !('update' in request) || mark.revision !== request.revision) throw new Error(`stale or unknown: ${JSON.stringify(request)}`);
        this.marks[at] = { ref, revision, values: { ...mark.values, ...request.set } };
        return ref;
    }
}

const story = (name: string): Item => ({ ref: `n.story/${name}`, revision: 1, values: { name } });
const now = () => new Date('2026-08-17T09:42:00.123Z');
const marksOf = (desk: Desk) => new Marks({ query: desk.query, submit: desk.submit, options: marked, me: () => 'Lin "L"', now, changed: () => undefined });
const names = (count: number) => Array.from({ length: count }, (_, at) => `s${at}`);
const signal = new AbortController().signal;

describe('the marks of a reader', () => {
    it('are made once and changed then, in the order they were put', async () => {
        const desk = new Desk([]);
        const marks = marksOf(desk);
        await marks.learn(['n.story/s0']);
        expect(marks.isRead('n.story/s0')).toBe(false);
        await Promise.all([marks.put(['n.story/s0'], { read: true }), marks.put(['n.story/s0'], { star: true }), marks.put(['n.story/s0'], { read: false })]);
        expect(desk.marks.map(({ values }) => values)).toEqual([{ story: 'n.story/s0', who: 'Lin "L"', on: null, star: true }]);
        expect([marks.isRead('n.story/s0'), marks.isStarred('n.story/s0')]).toEqual([false, true]);
    });

    it('say when it was read, to the second', async () => {
        const desk = new Desk([]);
        await marksOf(desk).put(['n.story/s0'], { read: true });
        expect(desk.marks[0]?.values['on']).toBe('2026-08-17T09:42:00Z');
    });

    it('stand at once, and are taken back where they are refused', async () => {
        const desk = new Desk([]);
        desk.refuses = true;
        const marks = marksOf(desk);
        await marks.learn(['n.story/s0']);
        const put = marks.put(['n.story/s0'], { read: true });
        expect(marks.isRead('n.story/s0')).toBe(true);
        await put;
        expect(marks.isRead('n.story/s0')).toBe(false);
    });

    it('are not made twice where they were never looked at', async () => {
        const desk = new Desk([]);
        await marksOf(desk).put(['n.story/s0'], { star: true });
        await marksOf(desk).put(['n.story/s0'], { read: true });
        expect(desk.marks.map(({ values }) => [values['star'], values['on']])).toEqual([[true, '2026-08-17T09:42:00Z']]);
    });

    it('that were just put outlast an answer that is older', async () => {
        const desk = new Desk([]);
        const marks = marksOf(desk);
        await marks.learn(['n.story/s0']);
        const anew = marks.learnAnew(['n.story/s0']);
        const put = marks.put(['n.story/s0'], { read: true });
        await Promise.all([anew, put]);
        expect(marks.isRead('n.story/s0')).toBe(true);
        await marks.put(['n.story/s0'], { read: false });
        expect(desk.marks.length).toBe(1);
    });

    it('are asked for by name, a few at a time, and once', async () => {
        const desk = new Desk([]);
        const marks = marksOf(desk);
        const refs = names(90).map((name) => `n.story/${name}`);
        await marks.learn(refs);
        await marks.learn(refs);
        expect(desk.asked.map(({ limit }) => limit)).toEqual([40, 40, 10]);
        expect(desk.asked[2]?.where).toContain('(who == "Lin \\"L\\"") && (story in ["n.story/s80", ');
    });
});

describe('the unread stories', () => {
    it('are found however far they lie behind what was read', async () => {
        const desk = new Desk(names(250));
        const marks = marksOf(desk);
        await marks.put(names(240).map((name) => `n.story/${name}`), { read: true });
        const load = unreadStories(desk.query, { table: 'n.story' }, marks, new Set());
        const page = await load(0, 100, signal);
        expect(page.items.map(({ ref }) => ref)).toEqual(names(250).slice(240).map((name) => `n.story/${name}`));
        expect(page.total).toBe(10);
    });

    it('are gone through only as far as is looked', async () => {
        const desk = new Desk(names(1000));
        const load = unreadStories(desk.query, { table: 'n.story' }, marksOf(desk), new Set());
        const page = await load(0, 100, signal);
        expect([page.items.length, page.total]).toEqual([100, 101]);
        expect(desk.asked.filter(({ table }) => table === 'n.story').length).toBe(1);
    });

    it('keep one that was read since it was shown', async () => {
        const desk = new Desk(names(3));
        const marks = marksOf(desk);
        const kept = new Set<string>();
        await unreadStories(desk.query, { table: 'n.story' }, marks, kept)(0, 100, signal);
        await marks.put(['n.story/s1'], { read: true });
        const again = await unreadStories(desk.query, { table: 'n.story' }, marks, kept)(0, 100, signal);
        expect(again.items.length).toBe(3);
        const anew = await unreadStories(desk.query, { table: 'n.story' }, marks, new Set())(0, 100, signal);
        expect(anew.items.map(({ ref }) => ref)).toEqual(['n.story/s0', 'n.story/s2']);
    });
});

describe('the sources', () => {
    it('are counted by the host, and stand under their kinds in the order of these', async () => {
        const sources = [['x', 'a'], ['y', 'b'], ['z', 'b']].map(([name = '', kind = '']) => ({ ref: `n.source/${name}`, revision: 1, values: { name, kind } }));
        const groups = (question: GroupQuestion) => {
            const counts: [string, number][] = question.table === 'n.mark' ? [['x', 2], ['y', 1]] : [['x', 5], ['y', 1]];
            return Promise.resolve({ revision: 1, total: 0, groups: counts.map(([name, count]) => ({ by: { source: `n.source/${name}` }, count })) });
        };
        const items = () => Promise.resolve({ revision: 1, total: 3, items: sources });
        const query = { items, groups } as unknown as Query;
        const reading = { text: (words: { en: string }) => words.en, title: (ref: string) => ref, yes: '', no: '' };
        const list = await readSources({ query, table: 'n.story', where: undefined, asOf: undefined }, options, marksOf(new Desk([])), reading);
        expect([list.total, list.unread]).toEqual([6, 3]);
        expect(list.sources.map(({ title, group, total, unread }) => [title, group, total, unread])).toEqual([
            ['y', 'Big', 1, 0], ['z', 'Big', 0, 0], ['x', 'All else', 5, 3],
        ]);
    });
});

describe('the rows on the screen', () => {
    it('are those in sight and some around', () => {
        expect([spanOf(0, 400, 80, 1000), spanOf(8000, 400, 80, 1000), spanOf(0, 400, 80, 3), spanOf(0, 400, 0, 3)]).toEqual([
            { from: 0, to: 11 }, { from: 94, to: 111 }, { from: 0, to: 3 }, { from: 0, to: 0 },
        ]);
    });

    it('move no more than it takes to show one whole', () => {
        expect([scrolledTo(2, 0, 400, 80), scrolledTo(5, 0, 400, 80), scrolledTo(1, 200, 400, 80)]).toEqual([0, 80, 80]);
    });
});
