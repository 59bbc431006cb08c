// What the stand-in holds: the real partner roadmap with its sample, and a tracker with a field of each type.
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../../plugins/partner-roadmap/', import.meta.url);
const label = (en, zh) => ({ en, zh });
const field = (id, type, en, zh, more = {}) => ({ id, type, label: label(en, zh), ...more });
const colours = ['red:Red:红', 'green:Green:绿', 'blue:Blue:蓝'].map((each) => each.split(':')).map(([id, en, zh]) => ({ id, label: label(en, zh) }));
const choices = { choices: colours };

const kinds = {
    id: 'kinds', version: '0.1.0', label: label('Kinds of field', '字段类型'),
    tables: [
        {
            id: 'every', label: label('Every type', '各种类型'), key: ['text'], title: 'text', append: false, history: true,
            fields: [
                field('text', 'text', 'Text', '文本', { required: true }), field('integer', 'integer', 'Integer', '整数'),
                field('decimal', 'decimal', 'Decimal', '小数'), field('money', 'money', 'Money', '金额', { currency: 'CNY' }),
                field('percent', 'percent', 'Percent', '百分比'), field('boolean', 'boolean', 'Boolean', '是否'),
                field('date', 'date', 'Date', '日期'), field('month', 'month', 'Month', '月份'), field('datetime', 'datetime', 'Time', '时间'),
                field('choice', 'choice', 'Choice', '单选', choices), field('choices', 'choices', 'Choices', '多选', choices),
                field('reference', 'reference', 'Partner', '伙伴', { to: 'partner-roadmap.partner' }),
                field('references', 'references', 'Partners', '各伙伴', { to: 'partner-roadmap.partner' }),
                field('url', 'url', 'Link', '链接'), field('email', 'email', 'E-mail', '邮箱'), field('person', 'person', 'Owner', '责任人'),
                field('markdown', 'markdown', 'Words', '说明'),
            ],
        },
        {
            id: 'nothing', label: label('Contact', '联系人'), key: ['name'], title: 'name', append: false, history: true,
            fields: [field('name', 'text', 'Name', '姓名', { required: true }), field('email', 'email', 'E-mail', '邮箱'), field('since', 'month', 'Since', '始于')],
        },
    ],
    views: [],
};

export const trackers = [JSON.parse(readFileSync(new URL('tracker.json', folder), 'utf8')), kinds].map((tracker) => ({
    ...tracker,
    tables: tracker.tables.map((table) => ({ ...table, id: `${tracker.id}.${table.id}` })),
    views: tracker.views.map((view) => ({ ...view, table: `${tracker.id}.${view.table}` })),
}));

export function* sampleItems() {
    for (const name of readdirSync(new URL('sample/', folder)).sort()) {
        for (const line of readFileSync(new URL(`sample/${name}`, folder), 'utf8').split('\n').filter((each) => each.startsWith('{'))) {
            const { time, actor, reason, requests } = JSON.parse(line);
            yield [time, actor, requests, reason];
        }
    }
    const values = {
        text: 'One of each', integer: 1234567, decimal: '-12345.60', money: { amount: '9640210.00', currency: 'CNY' }, percent: '0.125',
        boolean: true, date: '2026-08-17', month: '2026-08', datetime: '2026-08-17T09:42:00Z', choice: 'green', choices: ['red', 'blue'],
        reference: 'partner-roadmap.partner/pgdg', references: ['partner-roadmap.partner/pgdg'],
        url: 'https://www.postgresql.org', email: 'a@example.org', person: '林夏', markdown: 'two\nlines',
    };
    yield ['2026-06-02T08:00:00Z', '林夏', [{ create: 'kinds.every', id: 'one', values }, { create: 'kinds.every', id: 'two', values: { text: 'Two' } }], ''];
}
