import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, saveTo, sharedTest, shown, test } from './app-fixture.ts';
import { arriveAt, launchAt, preparedDraftAt } from './arrival.ts';
import { IN_WHOLE_SET } from './scope.ts';

sharedTest(
  '5,000 domains are imported from a file, scrolled through and taken out again',
  IN_WHOLE_SET,
  async ({ launched, page, folder, dataDir }) => {
    const path = join(folder, 'domains.csv');
    const lines = Array.from({ length: 5000 }, (_, at) => `"n${String(at).padStart(4, '0')}.contoso.com";IT`);
    await writeFile(path, `Domain;Owner\r\n${lines.join('\r\n')}\r\nbad_name.com;IT\r\n`);
    await launched.app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, path);
    await arriveAt(page, dataDir, preparedDraftAt('edge-and-domains'));
    await page.getByRole('button', { name: 'Import a file' }).click();
    await expect(shown(page, '5,000 domains were added', { exact: true })).toBeVisible();
    await expect(
      shown(page, /From domains\.csv\. Only the column "Domain" was read\. 1 refused\./u).first(),
    ).toBeVisible();
    const grid = page.getByRole('grid', { name: 'SIP domains of the request' });
    await grid.focus();
    await page.keyboard.press('End');
    await expect(grid.getByText('n4999.contoso.com')).toBeVisible();
    expect(await grid.getByRole('row').count()).toBeLessThan(40);
    await page.getByRole('searchbox', { name: 'Search domains' }).fill('n2500');
    await expect(grid.getByRole('row')).toHaveCount(2);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Network readiness' })).toBeVisible();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await expect(shown(page, '5,000 domains were taken out again.')).toBeVisible();
  },
);

test(
  'a request that was recorded survives a restart, with its log and reminders',
  IN_WHOLE_SET,
  async ({ launch, dataDir, folder }) => {
    const first = await launchAt({ launch, dataDir }, preparedDraftAt('confirmation'));
    await first.page.getByRole('button', { name: 'Record as sent' }).click();
    const question = first.page.getByRole('alertdialog');
    await question.getByRole('textbox', { name: 'What was seen or done' }).fill('sent to the partner');
    await question.getByRole('button', { name: 'Record', exact: true }).click();
    await expect(shown(first.page, /An answer usually comes by/u)).toBeVisible();
    await first.close();

    const { app, page } = await launch();
    await page.getByRole('button', { name: 'Continue where you left' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Confirmation' })).toBeVisible();
    await expect(shown(page, /An answer usually comes by/u)).toBeVisible();
    await expect(
      page.getByRole('table', { name: 'Log of the request' }).getByText('sent to the partner'),
    ).toBeVisible();
    const reminder = join(folder, 'reminder.ics');
    await saveTo(app, reminder);
    await page.getByRole('button', { name: 'Save reminders for the calendar' }).click();
    await expect(shown(page, `The reminders were saved at ${reminder}`)).toBeVisible();
    expect((await readFile(reminder, 'utf8')).match(/BEGIN:VEVENT\r\n/gu)).toHaveLength(2);
  },
);
