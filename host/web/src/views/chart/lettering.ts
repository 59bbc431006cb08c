import { grouped, parseDecimal } from '../../numbers';
import { settings, t, text } from '../../settings';
import { shown, valueType, type Reading } from '../../values';
import { valueAs } from '../summary/model';
import type { Lettering } from './draw';
import type { Scale } from './model';
import type { ChartMeasure } from './options';

/** What a chart says, in the reader's language. */
export function letteringOf(measure: ChartMeasure, reading: Reading): Lettering {
    const { field } = measure;
    const isPercent = valueType(field) === 'percent';
    return {
        language: settings.language,
        unit: (scale) => unitOf(measure, scale),
        figure: (value) => shown(field, valueAs(field, value), reading),
        short: (value, scale) => (isPercent ? `${short(value * 100)}%` : short(value / scale.by)),
        lastActual: (category) => t('chart.lastActual', { category }),
        cut: (from, name) => (name === undefined ? t('chart.cut', { from }) : t('chart.cutOf', { from, name })),
        unknown: t('chart.unknown'),
    };
}

function unitOf({ field }: ChartMeasure, scale: Scale): string {
    const scaled = scale.word === 'none' ? '' : t(`scale.${scale.word}`);
    if (valueType(field) === 'money') return `${scaled}${t(field.currency === undefined || field.currency === 'CNY' ? 'unit.CNY' : 'unit.other', { code: field.currency ?? '' })}`;
    const unit = field.unit === undefined ? '' : typeof field.unit === 'string' ? field.unit : text(field.unit);
    return `${scaled}${unit}`;
}

/** A tick along an axis; ticks are round numbers, so nothing is lost. */
function short(value: number): string {
    return grouped(parseDecimal(String(Math.round(value * 1000) / 1000)) ?? '0');
}
