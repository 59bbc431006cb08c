import { after, yearBefore } from '../../figures/periods';
import { t, text } from '../../settings';
import type { Reading } from '../../values';
import type { Line, Summary } from './model';
import type { Measure, SummaryOptions } from './options';
import { figureText, periodText } from './saying';

/** How a figure is worked out, with its numbers: what a reader would otherwise work out again. */
export function workingOf(summary: Summary, options: SummaryOptions, line: Line, measure: Measure, reading: Reading): string {
    const { how } = measure;
    const named = (id: string) => options.measures.find((each) => each.id === id);
    const said = (period: string, id: string) => {
        const of = named(id);
        const words = of ? figureText(of, summary.at(period, of), reading) : '';
        return words === '' ? t('grid.cell.empty') : words;
    };
    if (how.kind === 'written') return expressionOf(measure);
    if (line.kind === 'total') return t('summary.working.total', { known: summary.known(line, measure), all: line.periods.length });
    if (how.kind === 'growth') {
        const before = how.against === 'year' ? yearBefore(line.period) : after(line.period, -1);
        return t('summary.working.growth', { now: said(line.period, how.of), then: said(before, how.of), period: periodText(before) });
    }
    if (how.kind === 'ratio') {
        const [top, bottom] = how.over;
        const name = (id: string) => text(named(id)?.field.label);
        return t('summary.working.ratio', { one: name(top), top: said(line.period, top), other: name(bottom), bottom: said(line.period, bottom) });
    }
    return '';
}

function expressionOf({ field }: Measure): string {
    const { expression } = field as { expression?: string };
    return expression === undefined ? '' : t('summary.working.expression', { expression });
}
