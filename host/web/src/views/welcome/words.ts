import type { Words } from '../../client';

export const welcome = {
    'welcome.title': { en: 'Which parts of the week are yours?', zh: '一周里，哪些是你的事？' },
    'welcome.what': {
        en: 'Each tracker looks after one part of a product manager’s week. Take those you need; they share one store, so what one knows the others can use.',
        zh: '每个追踪器照看产品经理一周里的一块工作。按需选用；它们共用一个数据库，彼此的内容可以互相引用。',
    },
    'welcome.all': { en: 'All trackers there are, are installed.', zh: '现有的追踪器都已安装。' },
    'welcome.later': { en: 'More can come, and any can go, at any time.', zh: '以后随时可以增减。' },
    'welcome.install': { en: 'Install {count} trackers', zh: '安装 {count} 个追踪器' },
    'welcome.install.one': { en: 'Install 1 tracker', zh: '安装 1 个追踪器' },
    'welcome.installing': { en: 'Installing {tracker}…', zh: '正在安装{tracker}…' },
    'welcome.colon': { en: ': ', zh: '：' },
    'welcome.and': { en: '; ', zh: '；' },
    'welcome.sample': { en: 'Or look around first', zh: '或者先看看示例' },
    'welcome.sample.what': {
        en: 'The sample workspace installs every tracker and fills this home with real, public facts about databases. What it writes stays in this home and its history begins today. For one that is gone when it stops, run “weekbench demo”.',
        zh: '示例工作区会安装全部追踪器，并把公开、真实的数据库资料写入这个数据目录。写入的内容会留下，历史从今天算起。只想临时看看，请运行 “weekbench demo”。',
    },
    'welcome.sample.fill': { en: 'Open the sample workspace', zh: '打开示例工作区' },
    'welcome.filling': { en: 'Filling in the sample', zh: '正在写入示例' },
    'command.welcome': { en: 'Choose trackers, or open the sample workspace', zh: '选择追踪器，或打开示例工作区' },
} as const satisfies Record<string, Words>;
