import type { Words } from './client';
import { itemWords } from './itemwords';
import { figureWords } from './figures/words';
import { matrixWords } from './matrixwords';
import { planningWords } from './planningwords';
import { reportWords } from './reportwords';
import { gridWords } from './grid/words';
import { past } from './past/words';
import { welcome } from './views/welcome/words';
import { pluginWords } from './views/plugins/words';

/** Every word the workbench itself says; larger parts keep theirs beside them. Data keeps its own language; labels come with their tracker. */
const catalogue = {
    ...past,
    ...welcome,
    'activity.trackers': { en: 'Trackers', zh: '追踪器' },
    'workspace.name': { en: 'Weekbench', zh: 'Weekbench 周工作台' },
    'language.switch': { en: 'Language', zh: '语言' },
    'theme.switch': { en: 'Theme', zh: '配色' },
    'theme.system': { en: 'As the system', zh: '跟随系统' },
    'theme.light': { en: 'Light', zh: '浅色' },
    'theme.dark': { en: 'Dark', zh: '深色' },
    'actor.you': { en: 'Who is working here', zh: '谁在使用' },
    'actor.default': { en: 'This computer’s user', zh: '本机用户' },
    'actor.name': { en: 'Your name', zh: '你的名字' },
    'actor.why': {
        en: 'Each change you make keeps this name in its history.',
        zh: '你做的每次修改，历史里都会留下这个名字。',
    },
    'actor.save': { en: 'Use this name', zh: '用这个名字' },

    'perspectives.title': { en: 'Perspectives', zh: '工作台布局' },
    'perspectives.save': { en: 'Save these views as a perspective…', zh: '把当前视图存为布局…' },
    'perspectives.name': { en: 'Name of the perspective', zh: '布局名称' },
    'perspectives.save.do': { en: 'Save', zh: '保存' },
    'perspectives.cancel': { en: 'Cancel', zh: '取消' },
    'perspectives.deleted': { en: 'Deleted the perspective “{name}”', zh: '删除了布局「{name}」' },
    'perspectives.saved': { en: 'Saved as “{name}”', zh: '已存为「{name}」' },
    'perspectives.notOwn': { en: 'A perspective that comes with a tracker keeps its name.', zh: '追踪器自带的布局不能改名或删除。' },
    'dock.open': { en: 'Open a view…', zh: '打开视图…' },
    'dock.split': { en: 'Split right', zh: '向右拆分' },
    'dock.maximise': { en: 'Maximise', zh: '最大化' },
    'dock.restore': { en: 'Restore', zh: '还原' },
    'dock.alone': { en: 'This view already has a group of its own.', zh: '这个视图已经单独成组。' },
    'dock.none': { en: 'No view is open', zh: '没有打开的视图' },
    'view.missing': { en: 'This view is not here', zh: '这个视图不在' },
    'view.missing.what': {
        en: 'Its tracker is not installed, or brings it no longer. Install it again, or close this tab.',
        zh: '它的追踪器没有安装，或不再带有它。重新安装，或关闭此标签。',
    },

    'view.module.failed': { en: 'The view “{module}” of the plugin could not be loaded; the host’s own is shown.', zh: '插件的视图「{module}」没能加载，改用主机自带的视图。' },

    'search.all': { en: 'Search or run a command', zh: '搜索或执行命令' },
    'palette.title': { en: 'Search and commands', zh: '搜索与命令' },
    'palette.commands': { en: 'Commands', zh: '命令' },
    'palette.views': { en: 'Views', zh: '视图' },
    'palette.items': { en: 'Items, by relevance', zh: '条目，按相关度' },
    'palette.all': { en: 'All results for “{words}”', zh: '「{words}」的全部结果' },
    'palette.none': { en: 'Nothing is called so.', zh: '没有这样的命令或条目。' },
    'palette.move': { en: 'move', zh: '移动' },
    'palette.run': { en: 'run', zh: '执行' },
    'palette.onlyCommands': { en: 'commands alone', zh: '只看命令' },
    'search.results': { en: 'Search results', zh: '搜索结果' },
    'search.for': { en: 'Search: {words}', zh: '搜索：{words}' },
    'search.none': { en: 'Nothing has these words. Fewer or shorter words find more.', zh: '没有找到。词少一点、短一点，能找到更多。' },
    'search.first': { en: '{count}, the first {shown} shown', zh: '共 {count}，先列出前 {shown} 条' },

    'import.action': { en: 'Import', zh: '导入' },
    'import.title': { en: 'Import into “{table}”', zh: '导入到「{table}」' },
    'import.what': {
        en: 'First you see what is new, changed or the same. Nothing is written before you say so.',
        zh: '先看哪些是新增、修改、相同。你确认之前不会写入任何内容。',
    },
    'import.drop': { en: 'Drop a file here, or', zh: '把文件拖到这里，或' },
    'import.paste': { en: 'or paste cells copied from Excel, WPS or a page, with their header row', zh: '或在此粘贴从 Excel、WPS 或网页复制的单元格（连同表头）' },
    'import.pasted': { en: 'pasted.{ending}', zh: '粘贴.{ending}' },
    'import.choose': { en: 'choose one…', zh: '选择文件…' },
    'import.other': { en: 'Another file…', zh: '换一个文件…' },
    'import.forms': { en: 'CSV, Excel (xlsx), tables in Markdown or HTML, JSON lines. The first row names the columns.', zh: 'CSV、Excel（xlsx）、Markdown 或 HTML 表格、JSON 行。第一行是列名。' },
    'import.close': { en: 'Close the import', zh: '关闭导入' },
    'import.stop': { en: 'Stop', zh: '停止' },
    'import.phase.reading': { en: 'Reading', zh: '读取中' },
    'import.phase.checking': { en: 'Checking', zh: '检查中' },
    'import.phase.writing': { en: 'Writing', zh: '写入中' },
    'import.new': { en: 'New', zh: '新增' },
    'import.changed': { en: 'Changed', zh: '修改' },
    'import.same': { en: 'Same', zh: '相同' },
    'import.conflict': { en: 'In conflict', zh: '冲突' },
    'import.nothing': { en: 'Nothing to write: all of it is here.', zh: '没有要写入的，内容都已经在了。' },
    'import.notYet': { en: 'Nothing is written while a row is wrong.', zh: '有问题时不会写入。' },
    'import.write': { en: 'Import {count}', zh: '导入 {count}' },
    'import.unknown': { en: 'Columns this table does not know: say what they are', zh: '表里没有的列：请指明是什么' },
    'import.decide': { en: 'choose what it is…', zh: '请选择对应的字段…' },
    'import.leaveOut': { en: 'leave out', zh: '不导入' },
    'import.problems': { en: '{count} to mend', zh: '{count} 处要改' },
    'import.row': { en: 'row {row}', zh: '第 {row} 行' },
    'import.more': { en: 'and {count} more', zh: '另有 {count} 处' },
    'import.done': { en: '{name}: {added} new, {changed} changed', zh: '{name}：新增 {added}，修改 {changed}' },

    'export.action': { en: 'Export', zh: '导出' },
    'export.xlsx': { en: 'Excel (xlsx)', zh: 'Excel 工作簿（xlsx）' },
    'export.csv': { en: 'CSV', zh: 'CSV 文件' },
    'export.md': { en: 'Markdown table', zh: 'Markdown 表格' },
    'export.jsonl': { en: 'JSON lines', zh: 'JSON 行' },

    'grid.filter': { en: 'Filter', zh: '筛选' },
    'grid.where': { en: 'Condition', zh: '条件' },
    'grid.where.example': { en: 'e.g. {example}', zh: '例如 {example}' },
    'grid.where.apply': { en: 'Apply', zh: '应用' },
    'grid.where.clear': { en: 'Clear', zh: '清除' },
    'grid.newRow': { en: 'New row', zh: '新增一行' },
    'grid.deleteRow': { en: 'Delete row', zh: '删除此行' },
    'grid.history': { en: 'History', zh: '历史' },
    'grid.asOf': { en: 'As of', zh: '截至' },
    'grid.asOf.choose': { en: 'Show it as of a past date', zh: '放回过去某一天' },
    'grid.asOf.readOnly': { en: 'read-only, past', zh: '只读，过去' },
    'grid.asOf.at': { en: 'As of {time}', zh: '截至{time}' },
    'grid.asOf.back': { en: 'Back to now', zh: '回到现在' },
    'grid.cell': { en: '{label}: {value}', zh: '{label}：{value}' },
    'grid.cell.empty': { en: 'not set', zh: '未填' },
    'grid.cell.computed': { en: 'computed', zh: '计算列' },
    'grid.cell.required': { en: 'required', zh: '必填' },
    'grid.cell.notSaved': { en: 'not saved: {value}', zh: '未保存：{value}' },
    'grid.cell.past': { en: 'read-only, past', zh: '只读，过去' },
    'grid.computed.note': { en: 'This column is computed; it follows the others.', zh: '这一列由别的列算出，不能直接填。' },
    'grid.past.note': { en: 'This is the past. Back to now to change something.', zh: '这是过去的样子。回到现在才能修改。' },
    'grid.append.note': { en: 'This table is a ledger: lines are added, never changed.', zh: '这是流水账：只追加，不改写。' },
    'grid.failed': { en: 'The rows could not be read. What is shown stays.', zh: '没能读到数据，已显示的保留。' },
    'grid.failed.retry': { en: 'Read again', zh: '再读一次' },

    'draft.waiting': { en: 'New row. Still needs {fields}.', zh: '新的一行，还缺{fields}。' },
    'draft.complete': { en: 'New row, ready to save.', zh: '新的一行，可以保存。' },
    'draft.save': { en: 'Save row', zh: '保存此行' },
    'draft.discard': { en: 'Discard', zh: '放弃' },

    'edit.none': { en: 'Nothing matches', zh: '没有匹配的' },
    'edit.searching': { en: 'Searching', zh: '查找中' },
    'value.yes': { en: 'Yes', zh: '是' },
    'value.no': { en: 'No', zh: '否' },

    'refused.unread.integer': { en: '“{text}” is not a whole number.', zh: '「{text}」不是整数。' },
    'refused.unread.integer.hint': { en: 'Type 12,345 or (300).', zh: '可写 12,345 或 1.2万。' },
    'refused.unread.decimal': { en: '“{text}” is not a number.', zh: '「{text}」不是数字。' },
    'refused.unread.decimal.hint': { en: 'Type 12,345.60 or (300).', zh: '可写 12,345.60、1.2万 或 (300)。' },
    'refused.unread.date': { en: '“{text}” is not a date.', zh: '「{text}」不是日期。' },
    'refused.unread.date.hint': { en: 'Type 2026-08-17, 8-17 or +7.', zh: '可写 2026-08-17、8月17日 或 +7。' },
    'refused.unread.month': { en: '“{text}” is not a month.', zh: '「{text}」不是月份。' },
    'refused.unread.month.hint': { en: 'Type 2026-08, 202608 or Aug-26.', zh: '可写 2026-08、2026年8月 或 Aug-26。' },
    'refused.unread.datetime': { en: '“{text}” is not a time.', zh: '「{text}」不是时间。' },
    'refused.unread.datetime.hint': { en: 'Type 2026-08-17 09:42.', zh: '可写 2026-08-17 09:42。' },
    'refused.unread.choice': { en: '“{text}” is none of the choices.', zh: '「{text}」不在可选项里。' },
    'refused.unread.choice.hint': { en: 'Choose one from the list.', zh: '请从列表里选一个。' },
    'refused.unread.reference': { en: 'No row is called “{text}”.', zh: '没有叫「{text}」的条目。' },
    'refused.unread.reference.hint': { en: 'Choose one from the list.', zh: '请从列表里选一条。' },

    'prompt.keep': { en: 'Go on typing', zh: '接着改' },
    'prompt.putBack': { en: 'Put back', zh: '放回原值' },
    'prompt.putBackTo': { en: 'Put back {value}', zh: '放回{value}' },
    'prompt.save': { en: 'Save', zh: '保存' },
    'prompt.offline': { en: 'The host did not answer; nothing was saved.', zh: '主机没有回应，还没有保存。' },
    'prompt.offline.hint': { en: 'What you typed is kept here.', zh: '你写的内容还在这里。' },
    'prompt.retry': { en: 'Try again', zh: '再试一次' },
    'prompt.asked.words': { en: 'In your own words', zh: '用你自己的话说' },
    'stale.title': { en: '{who} changed this cell while you were typing.', zh: '你在写的时候，{who}改了这一格。' },
    'stale.sub': { en: 'Choose; the other value stays in the history.', zh: '请选一个，另一个值留在历史里。' },
    'stale.theirs': { en: 'Saved, {who} · {time}', zh: '已存，{who} · {time}' },
    'stale.mine': { en: 'Yours, not saved', zh: '你的，未保存' },
    'stale.keepTheirs': { en: 'Keep theirs', zh: '保留对方的' },
    'stale.saveMine': { en: 'Save mine on top', zh: '用我的盖上' },
    'stale.someone': { en: 'Somebody', zh: '有人' },

    'done.updated': { en: '{title}: {field} is now {value}', zh: '{title}：{field}改为 {value}' },
    'done.cleared': { en: '{title}: {field} cleared', zh: '{title}：清空了{field}' },
    'done.created': { en: 'Added {title}', zh: '新增了{title}' },
    'done.deleted': { en: 'Deleted {title}', zh: '删除了{title}' },
    'done.undone': { en: 'Undone: {what}', zh: '已撤销：{what}' },
    'done.notUndone': { en: 'Not undone: {why}', zh: '没能撤销：{why}' },
    'done.notDeleted': { en: 'Not deleted: {why}', zh: '没有删除：{why}' },
    'done.undo': { en: 'Undo', zh: '撤销' },
    'done.close': { en: 'Close', zh: '关闭' },

    ...matrixWords,

    'history.title': { en: 'History', zh: '历史' },
    'history.none': { en: 'Choose a row to see who changed what, when and why.', zh: '选中一行，看谁在何时因何改了什么。' },
    'history.unkept': { en: 'This table keeps no history.', zh: '这张表不留历史。' },
    'history.created': { en: 'created', zh: '新建' },
    'history.deleted': { en: 'deleted', zh: '删除' },
    'history.purged': { en: 'purged', zh: '清除' },
    'history.updated': { en: 'changed', zh: '修改' },
    'history.versions': { en: '{count} versions', zh: '{count} 个版本' },
    'history.versions.one': { en: '1 version', zh: '1 个版本' },
    'history.noReason': { en: 'no reason given', zh: '没有写原因' },
    'history.revision': { en: 'rev. {revision}', zh: '修订{revision}' },
    'history.empty': { en: 'empty', zh: '空' },
    'history.asOf': { en: 'Show the table as of then', zh: '把表放回那时' },

    'origin.person': { en: 'by hand', zh: '手动' },
    'origin.import': { en: 'import', zh: '导入' },
    'origin.source': { en: 'source', zh: '来源' },
    'origin.rule': { en: 'rule', zh: '规则' },
    'origin.undo': { en: 'undo', zh: '撤销' },

    'said.restored': { en: 'The host went back to earlier data. Everything here was read anew.', zh: '主机已回到较早的数据，页面内容已全部重新读取。' },
    'status.revision': { en: 'Revision {revision}', zh: '修订{revision}' },
    'status.connected': { en: 'Live', zh: '实时' },
    'status.lost': { en: 'Connection lost, trying again', zh: '连接断开，正在重连' },
    'status.cutShort': { en: 'Cut short: {what}. Undo it', zh: '中途中断：{what}。撤销' },
    'status.locked': { en: 'The host was started anew: open the address it shows', zh: '主机已重新启动：请打开它显示的地址' },
    'status.waiting': { en: '{count} changes wait for the connection', zh: '{count} 处修改等待重连' },
    'status.waiting.one': { en: '1 change waits for the connection', zh: '1 处修改等待重连' },
    'status.index.caughtUp': { en: 'Index caught up', zh: '索引已跟上' },
    'status.index.behind': { en: 'Index behind', zh: '索引落后' },
    'status.plugins.fine': { en: '{count} plugins fine', zh: '{count} 个插件正常' },
    'status.plugins.fine.one': { en: '1 plugin fine', zh: '1 个插件正常' },
    'status.plugins.troubled': { en: '{count} plugins in trouble', zh: '{count} 个插件有问题' },
    'status.plugins.troubled.one': { en: '1 plugin in trouble', zh: '1 个插件有问题' },
    'lost.title': { en: 'The connection is lost.', zh: '连接断开了。' },
    'lost.unanswered': { en: 'The host does not answer.', zh: '主机没有回应。' },
    'lost.what': { en: 'What is shown stays, and what you change is sent when it is back.', zh: '已显示的内容还在；你的修改会在恢复后送出。' },
    'lost.retry': { en: 'Try now', zh: '现在重试' },
    'lost.giveBack': { en: 'Stop waiting', zh: '不再等待' },
    'status.rows': { en: '{count} rows', zh: '{count} 行' },
    'status.rows.one': { en: '1 row', zh: '1 行' },
    'status.readOnly': { en: 'Read-only: {why}', zh: '只读：{why}' },
    'status.keys': { en: 'keys', zh: '快捷键' },
    'status.filtered': { en: 'filtered', zh: '已筛选' },
    'status.changedBy': { en: '{who}: {count} in “{table}”', zh: '{who}改了「{table}」{count}' },

    'empty.table': { en: 'No rows yet', zh: '还没有内容' },
    'empty.table.what': {
        en: 'Here each line will be one entry of “{table}”, with {fields}.',
        zh: '这里一行是一条「{table}」，有{fields}。',
    },
    'empty.table.action': { en: 'Add the first row', zh: '新增第一行' },
    'empty.table.import': { en: 'Import a file…', zh: '导入文件…' },
    'empty.filter': { en: 'No row fits', zh: '没有符合的行' },
    'empty.filter.what': { en: 'The filter hides all rows of this view.', zh: '筛选条件挡住了全部内容。' },
    'empty.filter.action': { en: 'Clear the filter', zh: '清除筛选' },
    'empty.view': { en: 'Nothing fits this view now', zh: '目前没有符合此视图的内容' },
    'empty.view.what': {
        en: 'It shows only a part of “{table}”. Other views show the rest.',
        zh: '此视图只显示「{table}」的一部分，其余内容见其他视图。',
    },
    'empty.past': { en: 'Nothing was here yet', zh: '那时这里还没有内容' },
    'empty.past.what': { en: 'On that day this table had no rows.', zh: '那一天，这张表还是空的。' },
    'empty.trackers': { en: 'No tracker is installed', zh: '还没有安装追踪器' },
    'unreachable.title': { en: 'The host does not answer', zh: '主机没有回应' },
    'unreachable.what': {
        en: 'Nothing is lost. Start it again with “weekbench serve”, then reload.',
        zh: '数据没有丢。用 “weekbench serve” 重新启动，再刷新。',
    },
    'locked.title': { en: 'The host was started anew', zh: '主机已重新启动' },
    'locked.what': {
        en: 'Open the address that it shows in its terminal, or run “weekbench serve” once more to see it.',
        zh: '请打开它在终端显示的地址；也可再次运行 “weekbench serve” 查看。',
    },
    'unreachable.action': { en: 'Try again', zh: '再试一次' },

    'keys.title': { en: 'Keys', zh: '快捷键' },
    'keys.everywhere': { en: 'Everywhere', zh: '随处' },
    'keys.grid': { en: 'Grid', zh: '表格' },
    'keys.window': { en: 'Views and tabs', zh: '视图与标签' },
    'keys.close': { en: 'Close', zh: '关闭' },
    'command.nextRegion': { en: 'Next part of the window', zh: '下一个区域' },
    'command.language': { en: 'Switch 中文, English', zh: '切换中文、English' },
    'command.theme': { en: 'Switch the theme', zh: '切换配色' },
    'command.undo': { en: 'Undo, by name', zh: '撤销，带名字' },
    'command.keys': { en: 'This sheet', zh: '快捷键表' },
    'command.asOf': { en: 'Back into the past…', zh: '放回过去…' },
    'command.newRow': { en: 'New row', zh: '新增一行' },
    'command.deleteRow': { en: 'Delete row', zh: '删除此行' },
    'command.search': { en: 'Search and commands', zh: '搜索与命令' },
    'command.previousRegion': { en: 'Previous part of the window', zh: '上一个区域' },
    'command.nextTab': { en: 'Next tab', zh: '下一个标签' },
    'command.previousTab': { en: 'Previous tab', zh: '上一个标签' },
    'command.splitRight': { en: 'Split right', zh: '向右拆分' },
    'command.splitDown': { en: 'Split down', zh: '向下拆分' },
    'command.moveOn': { en: 'Move to the next group', zh: '移到下一组' },
    'command.maximise': { en: 'Maximise, restore', zh: '最大化、还原' },
    'command.close': { en: 'Close the view', zh: '关闭视图' },
    'command.closeOthers': { en: 'Close the other views', zh: '关闭其他视图' },
    'command.openView': { en: 'Open a view…', zh: '打开视图…' },
    'command.resetViews': { en: 'Put the views back as they came', zh: '恢复默认布局' },
    'command.savePerspective': { en: 'Save these views as a perspective…', zh: '把当前视图存为布局…' },
    'command.renamePerspective': { en: 'Rename the perspective…', zh: '重命名布局…' },
    'command.deletePerspective': { en: 'Delete the perspective', zh: '删除布局' },
    'command.plugins': { en: 'Plugins', zh: '插件' },
    'command.condition': { en: 'Filter by a condition', zh: '按条件筛选' },
    'command.import': { en: 'Import a file…', zh: '导入文件…' },
    'command.filter': { en: 'Filter', zh: '筛选' },
    'command.history': { en: 'History, open and close', zh: '历史，打开与关闭' },
    'command.edit': { en: 'Edit', zh: '编辑' },
    'command.commit': { en: 'Commit: down, right', zh: '提交：下移、右移' },
    'command.putBack': { en: 'Put back', zh: '放回原值' },
    'command.openLink': { en: 'Open the link', zh: '打开链接' },
    'command.clear': { en: 'Clear the cell', zh: '清空单元格' },
    ...itemWords,
    ...figureWords,
    ...planningWords,
    ...reportWords,
    ...gridWords,
    ...pluginWords,
} as const satisfies Record<string, Words>;

export type WordKey = keyof typeof catalogue;
export type Language = keyof Words;
type Parameters = Readonly<Record<string, string | number>>;

export const words: Readonly<Record<WordKey, Words>> = catalogue;

export function say(language: Language, key: WordKey, parameters: Parameters = {}): string {
    return fill(catalogue[key][language], parameters);
}

/** The same in both languages, for what is kept until the reader may have switched. */
export function inBoth(key: WordKey, parameters: Parameters = {}): Words {
    return { en: say('en', key, parameters), zh: say('zh', key, parameters) };
}

/** What is counted has words for one of it. */
export type Counted = { [K in WordKey]: K extends `${infer Base}.one` ? Base : never }[WordKey];

/** Counted things: English has a word for one. */
export function sayCount(language: Language, key: Counted, count: number): string {
    const chosen: WordKey = count === 1 ? `${key}.one` : key;
    return say(language, chosen, { count: count.toLocaleString('en-US') });
}

export function listed(language: Language, names: readonly string[]): string {
    if (language === 'zh') return names.join('、');
    return new Intl.ListFormat('en').format(names);
}

function fill(pattern: string, parameters: Parameters): string {
    return pattern.replace(/\{(\w+)\}/g, (whole, name: string, at: number) => {
        const words = String(parameters[name] ?? whole);
        const after = pattern.charAt(at + whole.length);
        return gap(pattern.charAt(at - 1), words.charAt(0)) + words + gap(words.at(-1) ?? '', after);
    });
}

/** Between Han and Latin or a digit stands a space. */
function gap(before: string, after: string): string {
    return /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(before + after) ? ' ' : '';
}
