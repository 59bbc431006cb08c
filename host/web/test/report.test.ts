import { describe, expect, it } from 'vitest';
import type { Client } from '../src/client';
import { AskingAt } from '../src/past/asked';
import { Reports, type ReportQuestion } from '../src/reports';
import type { Query } from '../src/view';
import { reportOptions } from '../src/views/report/options';

const card: ReportQuestion = { tracker: 'competitor-matrix', report: 'battle-card', inputs: { product: 'competitor-matrix.product/oracle', against: '' } };

function asking(): { reports: Reports; asked: string[] } {
    const asked: string[] = [];
    const get = (path: string) => {
        asked.push(path);
        return Promise.resolve({ reports: [] });
    };
    return { reports: new Reports({ get } as unknown as Client), asked };
}

describe('a report', () => {
    it('is asked for with what it is told, and without what is left out', async () => {
        const { reports, asked } = asking();
        await reports.make(card);
        expect(asked).toEqual(['/reports/competitor-matrix/battle-card?input=product%3Dcompetitor-matrix.product%2Foracle']);
    });

    it('is a file at an address of its own, in the reader’s words', () => {
        const address = asking().reports.address({ ...card, asOf: '2026-08-22' }, 'html', 'zh');
        expect(address).toBe('/api/v1/reports/competitor-matrix/battle-card?input=product%3Dcompetitor-matrix.product%2Foracle&asOf=2026-08-22&format=html&words=zh');
    });

    it('is as of the time the view is at', async () => {
        const { reports, asked } = asking();
        const time = { asOf: '2026-08-22', since: null, listen: () => () => {} };
        const query = new AskingAt({ reports } as unknown as Query, time);
        await query.reports.make(card);
        expect(asked[0]).toContain('asOf=2026-08-22');
        expect(query.reports.address(card, 'md', 'en')).toContain('asOf=2026-08-22');
    });

    it('is declared by its id, and told words alone', () => {
        const view = { id: 'card', kind: 'report', table: 't', label: { en: '', zh: '' } } as unknown as Parameters<typeof reportOptions>[0];
        expect(reportOptions({ ...view, options: { report: 'battle-card' } })).toEqual({ report: 'battle-card', inputs: {} });
        expect(reportOptions({ ...view, options: {} })).toMatchObject({ at: 'options.report' });
        expect(reportOptions({ ...view, options: { report: 'a', inputs: { product: 1 } } })).toMatchObject({ at: 'options.inputs' });
    });
});
