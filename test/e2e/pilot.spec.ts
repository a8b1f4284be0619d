import { confirmApply } from '../../build/practice-run/journey.mjs';
import { expect, shown, test } from './app-fixture.ts';
import { draftAt, launchAt } from './arrival.ts';
import { stateIn } from './practice-state.ts';
import { IN_WHOLE_SET } from './scope.ts';

test(
  'a pilot policy is created and given to the chosen users, once each removal was confirmed by name',
  IN_WHOLE_SET,
  async ({ launch, dataDir, practiceStatePath }) => {
    const { page } = await launchAt({ launch, dataDir }, draftAt('external-access'));
    const next = page.getByRole('button', { name: 'Next', exact: true });
    // The policies that only the deployment knows: it has been read.
    await page.getByRole('checkbox', { name: 'Change the policy site:Redmond' }).waitFor();
    const untouched = await stateIn(practiceStatePath);
    await page.getByRole('checkbox', { name: 'Change the policy Global' }).uncheck();
    await page.getByRole('textbox', { name: 'Name of a new policy' }).fill('SkypePilot');
    await page.getByRole('button', { name: 'Create policy' }).click();
    await page.getByRole('combobox', { name: 'Find users' }).pressSequentially('ken myer');
    await page.getByRole('menuitemcheckbox', { name: /Ken Myer/u }).click();
    await page.keyboard.press('Escape');
    const list = page.getByRole('textbox', { name: 'SIP addresses of users' });
    await expect(list).toHaveValue('kmyer@contoso.com');
    await list.fill('kmyer@contoso.com\nsip:kakers@contoso.com');
    await expect(page.getByRole('row', { name: /Kim Akers/u })).toContainText('Gets this policy');
    await next.click();
    await next.click();
    await next.click();
    await page.getByRole('heading', { name: 'Changes', exact: true }).waitFor();
    await next.click();

    await page.getByRole('button', { name: /^Apply 6 changes$/u }).click();
    const question = page.getByRole('alertdialog');
    await question.getByRole('textbox', { name: 'Type the name Messenger' }).fill('messenger');
    await question.getByRole('button', { name: 'Apply', exact: true }).click({ force: true });
    await expect(question.getByText('Not ready: type the name Messenger.')).toBeVisible();
    await question.getByRole('button', { name: 'Not yet' }).click();
    await expect(question).toHaveCount(0);
    expect(await stateIn(practiceStatePath)).toEqual(untouched);

    await confirmApply(page);
    await expect(shown(page, 'Everything was applied', { exact: true })).toBeVisible();
    const state = await stateIn(practiceStatePath);
    const policy = (identity: string) => state.externalAccessPolicies.find((one) => one.Identity === identity);
    expect(policy('Tag:SkypePilot')).toMatchObject({ EnablePublicCloudAccess: true, EnableFederationAccess: false });
    expect(policy('Global')).toEqual(untouched.externalAccessPolicies.find((one) => one.Identity === 'Global'));
    const given = state.users.filter(({ ExternalAccessPolicy }) => ExternalAccessPolicy === 'SkypePilot');
    expect(given.map(({ SipAddress }) => SipAddress).toSorted()).toEqual([
      'sip:kakers@contoso.com',
      'sip:kmyer@contoso.com',
    ]);
  },
);
