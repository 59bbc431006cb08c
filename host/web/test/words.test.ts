import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listed, say, sayCount, words } from '../src/words';

const SOURCES = sources('src').filter((path) => !path.endsWith('words.ts'));
const HAN = /\p{Script=Han}/u;

function sources(folder: string): string[] {
    return readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? sources(path) : path.endsWith('.ts') ? [path] : [];
    });
}

function withoutComments(path: string): string {
    return readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

describe('words', () => {
    it('are there in both languages', () => {
        const missing = Object.entries(words).filter(([, { en, zh }]) => en.trim() === '' || zh.trim() === '');
        expect(missing).toEqual([]);
    });

    it('are Chinese in Chinese and English in English', () => {
        const letters = (text: string) => text.replace(/\{\w+\}/g, '');
        const wrong = Object.entries(words).filter(
            ([, { en, zh }]) => (/\p{L}/u.test(letters(zh)) && !HAN.test(zh)) || HAN.test(en.replace('中文', '')),
        );
        expect(wrong.map(([key]) => key)).toEqual([]);
    });

    it('name the same things in both languages', () => {
        const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
        const uneven = Object.entries(words).filter(([, { en, zh }]) => names(en).join() !== names(zh).join());
        expect(uneven.map(([key]) => key)).toEqual([]);
    });

    it('keep full-width punctuation in Chinese sentences, and a space between Han and Latin', () => {
        const narrow = /\p{Script=Han}[,;:!?]|\p{Script=Han}[A-Za-z0-9{]|[A-Za-z0-9]\p{Script=Han}/u;
        const allowed = new Set(['refused.unread.date.hint', 'refused.unread.month.hint', 'refused.unread.integer.hint', 'refused.unread.decimal.hint']);
        const names = /\{\w+\}/g;
        const wrong = Object.entries(words).filter(([key, { zh }]) => !allowed.has(key) && narrow.test(zh.replace(names, '某')));
        expect(wrong.map(([key, { zh }]) => `${key}: ${zh}`)).toEqual([]);
    });

    it('are all said somewhere, and nothing is said that is not here', () => {
        const text = SOURCES.map(withoutComments).join('\n');
        const said = new Set([...text.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)].map((match) => match[1] ?? ''));
        const families = [...text.matchAll(/`([a-z]\w*(?:\.\w+)*)\.\$\{/g)].map((match) => match[1] ?? '');
        const unsaid = Object.keys(words).filter(
            (key) => !said.has(key) && !said.has(key.replace(/\.one$/, '')) && !families.some((family) => key.startsWith(`${family}.`)),
        );
        expect(unsaid).toEqual([]);
    });

    it('stand in no other file', () => {
        const elsewhere = SOURCES.filter((path) => HAN.test(withoutComments(path).replace(SPELLINGS, '')));
        expect(elsewhere).toEqual([]);
    });

    it('fill in names, counts and lists', () => {
        expect(say('zh', 'grid.asOf.at', { time: '2026-06-30' })).toBe('截至 2026-06-30');
        expect([1, 2, 1234].map((count) => sayCount('en', 'status.rows', count))).toEqual(['1 row', '2 rows', '1,234 rows']);
        expect(['Lin', '林夏'].map((who) => say('zh', 'stale.title', { who }))).toEqual([
            '你在写的时候，Lin 改了这一格。',
            '你在写的时候，林夏改了这一格。',
        ]);
        expect(sayCount('zh', 'status.rows', 1)).toBe('1 行');
        expect([listed('en', ['A', 'B', 'C']), listed('zh', ['甲', '乙'])]).toEqual(['A, B, and C', '甲、乙']);
    });
});

/** Input a person may type, and the one label that is a Chinese character in both languages. */
const SPELLINGS = /[年月日万亿是对有否不无]|昨天|今天|明天|后天|>中</gu;
