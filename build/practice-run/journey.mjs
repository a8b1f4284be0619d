/**
 * The whole journey through the wizard, page by page, as an administrator makes it on a practice deployment.
 * `npm start` without a display runs it, and so do the end-to-end tests: by role and name alone.
 */

/** Every page of the journey with its heading, in order; `fill` does what an administrator does there. */
export const PAGES = [
  { step: 'start', heading: 'Federation with Skype', fill: choosePractice },
  { step: 'agreement', heading: 'Agreement', fill: fillAgreement },
  { step: 'contacts', heading: 'Contacts', fill: fillContacts },
  { step: 'edge-and-domains', heading: 'Edge and domains', fill: nothingToFill },
  { step: 'network-readiness', heading: 'Network readiness', fill: nothingToFill },
  { step: 'confirmation', heading: 'Confirmation', fill: nothingToFill },
  { step: 'external-access', heading: 'External access policy', fill: nothingToFill },
  { step: 'access-edge', heading: 'Access Edge', fill: nothingToFill },
  { step: 'public-provider', heading: 'Public provider', fill: nothingToFill },
  { step: 'review', heading: 'Review', fill: readPlan },
  { step: 'apply', heading: 'Apply', fill: applyChanges },
  { step: 'verify', heading: 'Verify', fill: waitForVerification },
  { step: 'add-contacts', heading: 'Add contacts', fill: formatContacts },
  { step: 'report', heading: 'Report', fill: saveReport },
];

/** The pages of a check, which has nothing to review or to apply. */
export const CHECK_PAGES = [
  { step: 'start', heading: 'Federation with Skype', fill: aimAt('Check') },
  { step: 'external-access', heading: 'External access policy', fill: nothingToFill },
  { step: 'access-edge', heading: 'Access Edge', fill: nothingToFill },
  { step: 'public-provider', heading: 'Public provider', fill: nothingToFill },
  { step: 'verify', heading: 'Check', fill: waitForCheck },
  { step: 'report', heading: 'Report', fill: saveReport },
];

/** The pages of retiring. */
export const RETIRE_PAGES = [
  { step: 'start', heading: 'Federation with Skype', fill: aimAt('Retire') },
  { step: 'retire', heading: 'Retire', fill: nothingToFill },
  { step: 'review', heading: 'Review', fill: readPlan },
  { step: 'apply', heading: 'Apply', fill: applyChanges },
  { step: 'verify', heading: 'Verify', fill: waitForRetirement },
  { step: 'report', heading: 'Report', fill: saveReport },
];

/**
 * Walks from the page that is open to the last one.
 * @param {import('playwright-core').Page} page the window
 * @param {(step: string) => Promise<void>} onPage called when a page has been filled in
 * @param {string} [lastStep] stops after this page
 * @param {typeof PAGES} [pages] those of another goal than setting up
 */
export async function walkThrough(page, onPage, lastStep = 'report', pages = PAGES) {
  for (const { step, heading, fill } of pages) {
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    await fill(page);
    await onPage(step);
    if (step === lastStep) return;
    await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
}

async function nothingToFill() {}

/** The Start page with another goal than setting up. */
function aimAt(goal) {
  return async (page) => {
    await page.getByRole('radio', { name: new RegExp(`^${goal}`) }).click();
    await choosePractice(page);
  };
}

/** The Start page: the practice deployment, read to its end. */
export async function choosePractice(page) {
  const practice = page.getByRole('radio', { name: 'Practice deployment' });
  if (!(await practice.isChecked())) await practice.click();
  await page.getByText('The deployment has been read', { exact: true }).waitFor();
}

/** The Agreement page. */
export async function fillAgreement(page) {
  await page.getByRole('radio', { name: 'Volume Licensing' }).click();
  await page.getByRole('textbox', { name: 'Agreement number' }).fill('V1234567');
  await page.getByRole('checkbox', { name: /I have read and accept/ }).check();
}

/** The Contacts page. */
export async function fillContacts(page) {
  for (const [group, name, email] of [
    ['Primary contact', 'A. Admin', 'admin@contoso.com'],
    ['Alternate contact', 'B. Backup', 'backup@contoso.com'],
  ]) {
    const fields = page.getByRole('group', { name: group });
    await fields.getByRole('textbox', { name: 'Name' }).fill(name);
    await fields.getByRole('textbox', { name: 'E-mail' }).fill(email);
  }
}

/** The Review page: the plan, and every warning read. */
async function readPlan(page) {
  await page.getByRole('heading', { name: 'Changes', exact: true }).waitFor();
  for (const warning of await page.getByRole('checkbox', { name: /^I have read this/ }).all()) await warning.check();
}

/** On the Apply page: asks for the run, types the name of each provider that is removed, and says yes. */
export async function confirmApply(page) {
  await page.getByRole('button', { name: /^Apply \d+ changes?$/ }).click();
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  for (const label of await question.locator('label').allTextContents()) {
    await question.getByRole('textbox', { name: label, exact: true }).fill(label.replace('Type the name ', ''));
  }
  await question.getByRole('button', { name: 'Apply', exact: true }).click();
}

async function applyChanges(page) {
  await confirmApply(page);
  await page.getByText('Everything was applied', { exact: true }).waitFor();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
}

async function waitForVerification(page) {
  await page.getByText('Everything is as you asked for', { exact: true }).waitFor();
}

async function waitForCheck(page) {
  await page.getByRole('button', { name: 'Check again' }).waitFor();
}

async function waitForRetirement(page) {
  await page.getByText('Everything is retired as you asked', { exact: true }).waitFor();
}

async function formatContacts(page) {
  await page.getByRole('textbox', { name: 'E-mail addresses' }).fill('bob@contoso.com\nann@outlook.com');
  await page.getByText('bob(contoso.com)@msn.com').first().waitFor();
}

async function saveReport(page) {
  await page.getByRole('button', { name: 'Save report' }).click();
  await page.getByRole('group', { name: 'Saved' }).waitFor();
}
