import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Prints what was measured, a line each of fields between tabs, for whoever runs this; and why something could not be. */
export default class Lines implements Reporter {
    printsToStdio(): boolean {
        return true;
    }

    onTestBegin({ title }: TestCase): void {
        process.stderr.write(`screens: ${title} …\n`);
    }

    onTestEnd({ annotations }: TestCase, { errors }: TestResult): void {
        annotations.forEach(({ description }) => process.stdout.write(`${description ?? ''}\n`));
        errors.forEach(({ stack, message }) => process.stderr.write(`${stack ?? message ?? ''}\n`));
    }
}
