// A workspace for the stand-in host: release dates of PostgreSQL and its relatives, and one field of each type.
const label = (en, zh) => ({ en, zh });
const choice = (id, en, zh) => ({ id, label: label(en, zh) });
const field = (id, type, en, zh, more = {}) => ({ id, type, label: label(en, zh), ...more });

export const trackers = [
    {
        id: 'partner-roadmap',
        version: '0.1.0',
        label: label('Partner roadmap', '合作伙伴路线图'),
        description: label('What partners promised, and when it came.', '伙伴承诺了什么，何时兑现。'),
        tables: [
            {
                id: 'partner-roadmap.item', label: label('Promise', '承诺'), key: ['partner', 'name'], title: 'name', append: false, history: true,
                fields: [
                    field('name', 'text', 'Name', '名称', { required: true }),
                    field('partner', 'reference', 'Partner', '合作伙伴', { required: true, to: 'partner-roadmap.partner' }),
                    field('facet', 'choice', 'Facet', '方面', { choices: [choice('plan', 'Plan', '规划'), choice('rd', 'R&D', '研发'), choice('delivery', 'Delivery', '交付'), choice('after-sales', 'After-sales', '售后')] }),
                    field('state', 'choice', 'State', '状态', { choices: [choice('planned', 'Planned', '规划中'), choice('slipped', 'Slipped', '已延期'), choice('came', 'Came', '已兑现')] }),
                    field('firstPromised', 'date', 'First promised', '首次承诺'),
                    field('promised', 'date', 'Promised date', '承诺日期'),
                    field('slipDays', 'computed', 'Slip', '延期', { of: 'integer', unit: label('days', '天') }),
                    field('budget', 'money', 'Budget', '预算', { currency: 'CNY' }),
                    field('share', 'percent', 'Progress', '进度'),
                    field('note', 'markdown', 'Note', '备注'),
                ],
            },
            {
                id: 'partner-roadmap.partner', label: label('Partner', '合作伙伴'), key: ['name'], title: 'name', append: false, history: true,
                fields: [
                    field('name', 'text', 'Name', '名称', { required: true }),
                    field('kind', 'choice', 'Kind', '类别', { choices: [choice('community', 'Community', '社区'), choice('cloud', 'Cloud', '云厂商'), choice('fork', 'Relative', '衍生产品')] }),
                    field('site', 'url', 'Site', '网站'),
                    field('openItems', 'rollup', 'Open promises', '未兑现承诺', { of: 'integer', function: 'count', from: 'partner-roadmap.item.partner' }),
                ],
            },
            {
                id: 'partner-roadmap.every', label: label('Every type', '各种类型'), key: ['text'], title: 'text', append: false, history: true,
                fields: [
                    field('text', 'text', 'Text', '文本', { required: true }),
                    field('integer', 'integer', 'Integer', '整数'), field('decimal', 'decimal', 'Decimal', '小数'),
                    field('money', 'money', 'Money', '金额', { currency: 'CNY' }), field('percent', 'percent', 'Percent', '百分比'),
                    field('boolean', 'boolean', 'Boolean', '是否'), field('date', 'date', 'Date', '日期'), field('month', 'month', 'Month', '月份'),
                    field('datetime', 'datetime', 'Time', '时间'),
                    field('choices', 'choices', 'Choices', '多选', { choices: [choice('red', 'Red', '红'), choice('green', 'Green', '绿'), choice('blue', 'Blue', '蓝')] }),
                    field('references', 'references', 'Partners', '伙伴', { to: 'partner-roadmap.partner' }),
                    field('url', 'url', 'Link', '链接'), field('email', 'email', 'E-mail', '邮箱'), field('person', 'person', 'Owner', '责任人'), field('markdown', 'markdown', 'Words', '说明'),
                ],
            },
            {
                id: 'partner-roadmap.contact', label: label('Contact', '联系人'), key: ['name'], title: 'name', append: false, history: true,
                fields: [field('name', 'text', 'Name', '姓名', { required: true }), field('email', 'email', 'E-mail', '邮箱'), field('since', 'month', 'Since', '始于')],
            },
        ],
        views: [
            { id: 'all', kind: 'grid', table: 'partner-roadmap.item', label: label('All promises', '全部承诺'), columns: ['name', 'partner', 'facet', 'state', 'firstPromised', 'promised', 'slipDays', 'budget', 'share', 'note'], sort: [{ field: 'promised', descending: true }] },
            { id: 'partners', kind: 'grid', table: 'partner-roadmap.partner', label: label('Partners', '合作伙伴') },
        ],
    },
];

const PARTNERS = [
    ['pgdg', 'PostgreSQL', 'community', 'https://www.postgresql.org'], ['rds', 'Amazon RDS for PostgreSQL', 'cloud', 'https://aws.amazon.com/rds/postgresql/'],
    ['cloudsql', 'Cloud SQL for PostgreSQL', 'cloud', 'https://cloud.google.com/sql/postgresql'], ['azure', 'Azure Database for PostgreSQL', 'cloud', 'https://azure.microsoft.com/products/postgresql'],
    ['pgbouncer', 'PgBouncer', 'community', 'https://www.pgbouncer.org'], ['postgis', 'PostGIS', 'community', 'https://postgis.net'],
];
const FINAL = { 18: '2025-09-25', 17: '2024-09-26', 16: '2023-09-14', 15: '2022-10-13', 14: '2021-09-30' };
const END = { 18: '2030-11-14', 17: '2029-11-08', 16: '2028-11-09', 15: '2027-11-11', 14: '2026-11-12' };

export function sampleItems() {
    const partners = PARTNERS.map(([id, name, kind, site]) => ({ create: 'partner-roadmap.partner', id, values: { name, kind, site } }));
    const created = PARTNERS.flatMap(([partner], place) =>
        Object.entries(FINAL).flatMap(([version, day], nth) => [
            row(`${partner}-${version}`, partner, `${partner === 'pgdg' ? 'PostgreSQL' : 'Support for PostgreSQL'} ${version}`, day, place * 30, nth),
            row(`${partner}-${version}-end`, partner, `End of PostgreSQL ${version}`, END[version], place * 14, nth + 1),
        ]),
    );
    const every = [{ create: 'partner-roadmap.every', id: 'one', values: { text: 'One of each', integer: 1234567, decimal: '-12345.60', money: { amount: '9640210.00', currency: 'CNY' }, percent: '0.125', boolean: true, date: '2026-08-17', month: '2026-08', datetime: '2026-08-17T09:42:00Z', choices: ['red', 'blue'], references: ['partner-roadmap.partner/pgdg', 'partner-roadmap.partner/rds'], url: 'https://www.postgresql.org', email: 'a@example.org', person: '林夏', markdown: 'two\nlines' } }];
    const moved = created.slice(0, 6).map((each) => ({ update: `${each.create}/${each.id}`, set: { note: '按公告核对' } }));
    return [['2026-06-01T08:00:00Z', '林夏', partners], ['2026-06-02T08:00:00Z', '林夏', [...created, ...every]], ['2026-07-15T08:00:00Z', '陈屿', moved]];
}

function row(id, partner, name, day, later, nth) {
    const promised = new Date(Date.parse(day) + later * 86_400_000).toISOString().slice(0, 10);
    const values = {
        name, partner: `partner-roadmap.partner/${partner}`, facet: ['plan', 'rd', 'delivery', 'after-sales'][nth % 4],
        state: promised < '2026-08-17' ? 'came' : later > 60 ? 'slipped' : 'planned', firstPromised: day, promised,
        budget: { amount: `${(nth + 1) * 120_000 + later * 1000}.00`, currency: 'CNY' }, share: `0.${(nth * 17 + later) % 90}5`,
    };
    return { create: 'partner-roadmap.item', id, values };
}
