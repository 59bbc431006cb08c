import { expect, test } from './bench';

const csv = (text: string) => ({ name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test.describe('import', () => {
    test('shows what a file would change, then does it, then takes it back', async ({ grid, host, page }) => {
        const name = `Imported ${process.pid}`;
        await grid.open(host, 'partner-roadmap/partners');
        const before = await page.locator('.wb-rows').innerText();
        await page.getByRole('button', { name: 'Import', exact: true }).click();
        const dialog = page.getByRole('dialog', { name: /Import into/ });
        await dialog.locator('input[type=file]').setInputFiles(csv(`name,kind,someNote\n${name} A,cloud,x\n${name} B,cloud,y\n`));
        await expect(dialog.locator('.wb-unknown')).toContainText('someNote');
        await expect(dialog.getByRole('button', { name: /^Import/ })).toBeDisabled();
        await expect(page.locator('.wb-rows')).toHaveText(before);

        await dialog.locator('.wb-unknown select').selectOption('note');
        await expect(dialog.locator('.wb-counts .new dd')).toHaveText('2');
        await dialog.getByRole('button', { name: 'Import 2 rows' }).click();
        await expect(dialog).toBeHidden();
        await expect(grid.toast).toContainText('partners.csv: 2 new, 0 changed');
        await grid.only(name, 2);
        await expect(grid.cell(0, 'note')).toHaveText('x');

        await grid.toast.getByRole('button', { name: 'Undo' }).click();
        await expect(grid.toast).toContainText('Undone');
        await expect(page.locator('.wb-empty')).toBeVisible();
    });

    for (const [kind, copied] of [
        ['text/html', (name: string) => `<meta charset=utf-8><table><col><tr><td>名称<td>类型<tr><td>${name} A<td rowspan=2>云厂商<tr><td>${name} B</table>`],
        ['text/plain', (name: string) => `名称\t类型\n${name} A\t云厂商\n${name} B\t云厂商\n`],
    ] as const) {
        test(`takes cells from the clipboard as ${kind}`, async ({ grid, host, page }) => {
            const name = `Pasted ${kind} ${process.pid}`;
            await grid.open(host, 'partner-roadmap/partners');
            await page.getByRole('button', { name: 'Import', exact: true }).click();
            const dialog = page.getByRole('dialog', { name: /Import into/ });
            await dialog.getByRole('textbox', { name: /paste cells/ }).evaluate(
                (field, [type, text]) => {
                    const data = new DataTransfer();
                    data.setData(type, text);
                    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                },
                [kind, copied(name)] as const,
            );
            await expect(dialog.locator('.wb-counts .new dd')).toHaveText('2');
            await dialog.getByRole('button', { name: 'Import 2 rows' }).click();
            await expect(dialog).toBeHidden();
            await grid.only(name, 2);
            await expect(grid.cell(1, 'kind')).toContainText('Cloud');
        });
    }

    test('names the row and the column of what is wrong, and writes nothing', async ({ grid, host, page }) => {
        await grid.open(host, 'partner-roadmap/partners');
        await page.getByRole('button', { name: 'Import', exact: true }).click();
        const dialog = page.getByRole('dialog', { name: /Import into/ });
        await dialog.locator('input[type=file]').setInputFiles(csv('name,kind\nGood,cloud\nBad,spaceship\n'));
        await expect(dialog.locator('.wb-row-problems')).toContainText('row 3');
        await expect(dialog.locator('.wb-row-problems')).toContainText('spaceship');
        await expect(dialog.getByRole('button', { name: /^Import/ })).toBeDisabled();
    });

    test('offers the table in every form', async ({ grid, host, page }) => {
        await grid.open(host, 'partner-roadmap/partners');
        for (const [form, start] of [['CSV', 'Name'], ['Markdown table', '|'], ['JSON lines', '{'], ['Excel (xlsx)', 'PK']] as const) {
            await page.getByRole('button', { name: 'Export', exact: true }).click();
            const coming = page.waitForEvent('download');
            await page.getByRole('button', { name: form, exact: true }).click();
            const stream = await (await coming).createReadStream();
            const parts: Buffer[] = [];
            for await (const part of stream) parts.push(part as Buffer);
            const text = Buffer.concat(parts).toString('utf8').replace(/^\uFEFF/, '');
            expect(text.slice(0, 200), form).toContain(start);
        }
    });
});
