import type { Problem, ViewSpec } from '../../client';
import { inBoth } from '../../words';

/** A report view as its tracker declares it. */
export interface ReportOptions {
    readonly report: string;
    readonly inputs: Readonly<Record<string, string>>;
}

/** Reads the options strictly; what is wrong is told in the view. */
export function reportOptions({ options = {} }: ViewSpec): ReportOptions | Problem {
    const { report, inputs = {} } = options;
    const isTold = typeof inputs === 'object' && inputs !== null && Object.values(inputs).every((value) => typeof value === 'string');
    if (typeof report === 'string' && isTold) return { report, inputs: inputs as Readonly<Record<string, string>> };
    const at = typeof report === 'string' ? 'options.inputs' : 'options.report';
    return { code: 'option', at, message: inBoth('options.missing', { at }), hint: inBoth('report.options') };
}
