import { expect, test as base, type Locator, type Page } from '@playwright/test';

export type Values = Record<string, unknown>;

interface Accepted {
    accepted: { revision: number; changes: { ref: string }[] };
}

const ITEM = 'partner-roadmap.item';
let made = 0;

/** The host over its API: what a test needs to be there, and what another person does meanwhile. */
export class Host {
    /** With its token, as the host says it. */
    constructor(readonly url: string) {}

    ask(path: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Response> {
        const token = new URL(this.url).searchParams.get('token') ?? '';
        return fetch(new URL(path, this.url), { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } });
    }

    async apply(request: object, actor = 'tester'): Promise<Accepted> {
        const response = await this.ask('/api/v1/apply', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Weekbench-Actor': encodeURIComponent(actor) },
            body: JSON.stringify({ reason: 'end-to-end test', requests: [request] }),
        });
        const answer = (await response.json()) as Accepted;
        expect(answer, JSON.stringify(answer)).toHaveProperty('accepted');
        return answer;
    }

    /** As many promises as names, under a product of their own: filtering by it shows these alone. */
    async promises(names: readonly string[], more: Values = {}): Promise<{ product: string; refs: string[] }> {
        const product = `Suite-${process.pid}-${++made}`;
        const refs: string[] = [];
        for (const name of names) {
            const values = { name: `${name} ${product}`, product, partner: 'partner-roadmap.partner/pgdg', facet: 'plan', state: 'planned', ...more };
            refs.push((await this.apply({ create: ITEM, values })).accepted.changes[0]?.ref ?? '');
        }
        return { product, refs };
    }

    async read(ref: string): Promise<{ revision: number; values: Values }> {
        return (await (await this.ask(`/api/v1/items/${ref}`)).json()) as { revision: number; values: Values };
    }

    async update(ref: string, set: Values, actor: string): Promise<void> {
        const { revision } = await this.read(ref);
        await this.apply({ update: ref, revision, set }, actor);
    }
}

/** The grid as a person sees it: cells by row on the screen and name of the column. */
export class Grid {
    constructor(readonly page: Page) {}

    async open(host: Host, path = 'partner-roadmap/by-partner'): Promise<void> {
        await this.page.goto(`${host.url}#/${path}`);
        await expect(this.page.locator('.wb-connection.live')).toBeVisible();
        await expect(this.page.locator('.slick-row, .wb-empty').first()).toBeVisible();
    }

    async only(product: string, count: number): Promise<void> {
        await this.page.locator('.wb-filter input').fill(product);
        await expect(this.page.locator('.wb-rows')).toContainText(new RegExp(`^${count} (rows?|行)`));
        await expect(this.page.locator('.slick-row .slick-cell.l0')).toHaveCount(count);
    }

    cell(row: number, column: string): Locator {
        return this.page.locator(`.slick-row[data-row="${row}"] .slick-cell[aria-describedby$="${column}"]`);
    }

    async go(row: number, column: string): Promise<Locator> {
        const cell = this.cell(row, column);
        // Rows that arrive meanwhile replace the one being pointed at, as they would under a person's hand.
        await expect(async () => {
            await cell.scrollIntoViewIfNeeded({ timeout: 1000 });
            await cell.click({ timeout: 1000 });
            await expect(cell.locator('input, textarea')).toBeFocused({ timeout: 1000 });
        }).toPass();
        await expect(cell).toHaveClass(/active/);
        return cell;
    }

    /** Answers why a date moved: upstream, and in these words. */
    async why(words: string): Promise<void> {
        await expect(this.prompt.getByRole('radio').first()).toBeFocused();
        await this.page.keyboard.press('3');
        await expect(this.prompt.getByRole('radio', { name: 'Upstream' })).toHaveAttribute('aria-checked', 'true');
        await this.prompt.getByRole('textbox').fill(words);
        await this.page.keyboard.press('Enter');
        await expect(this.prompt).toBeHidden();
    }

    get prompt(): Locator {
        return this.page.locator('wb-prompt');
    }

    get toast(): Locator {
        return this.page.locator('.wb-toast');
    }
}

export const test = base.extend<{ host: Host; grid: Grid }>({
    host: async ({}, use) => {
        await use(new Host(process.env.WEEKBENCH_URL ?? ''));
    },
    grid: async ({ page }, use) => {
        // Somebody of their own for each test: how one arranges the views is nothing to the next.
        await page.addInitScript((name) => localStorage.getItem('weekbench.actor') ?? localStorage.setItem('weekbench.actor', name), `Reader ${process.pid}-${++made}`);
        const failures: string[] = [];
        page.on('pageerror', (failure) => failures.push(failure.stack ?? failure.message));
        page.on('console', (message) => {
            if (/Content Security Policy/.test(message.text())) failures.push(message.text());
        });
        await use(new Grid(page));
        expect(failures, 'nothing fails behind the screen').toEqual([]);
    },
});

export { expect };
