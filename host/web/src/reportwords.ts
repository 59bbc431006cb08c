/** The words of reports. */
export const reportWords = {
    'report.asOf': { en: 'As of…', zh: '截至…' },
    'report.none': { en: '—', zh: '—' },
    'report.choose': { en: 'Choose first: {what}', zh: '请先选择：{what}' },
    'report.making': { en: 'Being made…', zh: '正在生成…' },
    'report.print': { en: 'Print', zh: '打印' },
    'report.before': { en: 'before: {value}', zh: '此前：{value}' },
    'report.stale': { en: 'stale', zh: '已过期' },
    'report.unsupported': { en: 'no evidence', zh: '无证据' },
    'report.conflict': { en: 'sources disagree', zh: '出处矛盾' },
    'report.source': { en: 'Source: {address}', zh: '出处：{address}' },
    'report.options': { en: 'report names a report of the tracker, inputs what it is told at first, words by their names.', zh: '选项 report 填该追踪器的报告 id，选项 inputs 按名称填写初始输入。' },
} as const;
