import type { Words } from '../client';

export const past = {
    'dock.time': { en: 'Back in time…', zh: '回到过去…' },
    'past.title': { en: 'The time shown', zh: '显示的时间' },
    'past.now': { en: 'Now', zh: '现在' },
    'past.shown': { en: 'Time shown', zh: '显示的时间' },
    'past.since': { en: 'Compared with', zh: '对比时间' },
    'past.sinceTime': { en: 'since {time}', zh: '自{time}以来' },
    'past.counts': { en: '~ {changed} changed, + {added} added, − {withdrawn} withdrawn', zh: '~ {changed} 处修改，+ {added} 项新增，− {withdrawn} 项撤下' },
    'past.compare': { en: 'Compare', zh: '对比' },
    'past.leave': { en: 'Close the track of times', zh: '收起时间轴' },
    'compare.added': { en: 'added', zh: '新增' },
    'compare.changed': { en: 'changed', zh: '修改' },
    'compare.changedIn': { en: 'changed: {names}', zh: '修改了：{names}' },
    'compare.withdrawn': { en: 'withdrawn', zh: '撤下' },
    'empty.compared': { en: 'Nothing changed', zh: '没有变化' },
    'empty.compared.what': { en: 'Between these two times every row stayed as it was.', zh: '这两个时间之间，每一行都没有变。' },
    'command.compare': { en: 'Compare with a week before', zh: '与一周前对比' },
    'command.xlsx': { en: 'Export what is shown to Excel', zh: '把当前内容导出为 Excel' },
    'command.csv': { en: 'Export what is shown as CSV', zh: '把当前内容导出为 CSV' },
    'command.md': { en: 'Export what is shown as Markdown', zh: '把当前内容导出为 Markdown' },
    'command.jsonl': { en: 'Export what is shown as JSON lines', zh: '把当前内容导出为 JSON 行' },
} as const satisfies Record<string, Words>;
