import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Verification } from '../../core/run/verification.ts';
import { SAMPLE_SNAPSHOT } from './deployment-sample.ts';
import type { FakeOptions } from './fake-bridge.ts';
import { fill, openWizard, stepList, wizardAt } from './wizard-harness.tsx';

const ACCOUNT = { readOnly: true, reads: 24, writes: 0, refused: 0 } as const;

/** Everything that is said to screen readers from now on; what was said does not stay in the page for long. */
function announcements(): () => string {
  const said: string[] = [];
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) said.push(node.textContent ?? '');
  }).observe(document.body, { childList: true, subtree: true });
  return () => said.join('\n');
}

const checked = (options: FakeOptions = {}) => wizardAt('verify', options, { goal: 'check' });

describe('a check', () => {
  it('is called so in the heading, the step list and the title, and shows what is wanted beside what is so', async () => {
    await checked();
    expect(await screen.findByText('The deployment differs from what you want')).toBeTruthy();
    expect(stepList().getByText('Check')).toBeTruthy();
    expect(document.title).toContain('Check');
    expect(screen.getByRole('heading', { level: 2, name: '4 differences' })).toBeTruthy();
    const edge = within(screen.getByRole('table', { name: 'What differs: Access Edge' }));
    expect(edge.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
      expect.stringContaining('AllowFederatedUsers'),
      expect.stringContaining('True'),
      expect.stringContaining('False'),
    ]);
    const skype = within(screen.getByRole('table', { name: 'What differs: Public provider "Skype"' }));
    expect(skype.getAllByText('not there').length).toBeGreaterThan(0);
  });

  it('asks for nothing that could change something', async () => {
    const { bridge, aimAt, next, page } = openWizard();
    await aimAt(/^Check/u);
    for (const title of ['External access policy', 'Access Edge', 'Public provider', 'Check']) {
      await next();
      await page(title);
    }
    await screen.findByText('The deployment differs from what you want');
    const writing = ['plan.make', 'run.start', 'runs.resume', 'practice.choose', 'practice.reset'];
    expect(bridge.asked.filter(({ name }) => writing.includes(name))).toEqual([]);
    expect(bridge.inputsOf('deployment.connect')).toEqual([{ deployment: 'practice', readOnly: true }]);
  });

  it('names a part that could not be read, and compares nothing with it', async () => {
    const error = { message: 'Access denied.', errorId: '', category: '', target: null, cmdlet: null, exception: '' };
    const unread = { ...SAMPLE_SNAPSHOT, publicProviders: [], unreadable: [{ part: 'publicProviders', error }] };
    await checked({ snapshot: unread });
    expect(await screen.findByText('Could not be read (publicProviders): Access denied.')).toBeTruthy();
    expect(screen.getByText(/^Check that your account is in RTCUniversalServerAdmins/u)).toBeTruthy();
    const unknown = screen.getByRole('heading', { level: 2, name: 'Cannot be told' }).closest('section');
    expect(unknown?.textContent).toContain('Public provider "Skype"');
    expect(screen.queryByRole('table', { name: 'What differs: Public provider "Skype"' })).toBeNull();
  });

  it('says how it is known that it only read, where the shell has told', async () => {
    await checked({ verified: (verification) => ({ ...verification, account: ACCOUNT }) });
    expect(await screen.findByText(/has run 24 cmdlets that read and 0 that change something/u)).toBeTruthy();
  });

  it('says nothing of a proof that there is not', async () => {
    await checked();
    await screen.findByText('The deployment differs from what you want');
    expect(screen.queryByText('Proof that this only read')).toBeNull();
  });
});

describe('replication', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is looked at again by itself while a server is behind, until none is, which is said', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const heard = announcements();
    const behind = (verification: Verification, UpToDate: boolean): Verification => ({
      ...verification,
      replication: [{ ReplicaFqdn: 'edge.contoso.com', UpToDate }],
    });
    let looks = 0;
    const { bridge } = await checked({
      verified: (verification) => {
        looks += 1;
        return behind(verification, looks > 1);
      },
    });
    expect(await screen.findByText('Behind')).toBeTruthy();
    expect(screen.getByText(/looked at again every few seconds/u)).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(5000));
    expect(await screen.findByText('Up to date')).toBeTruthy();
    await waitFor(() => expect(heard()).toContain('Replication: every server is up to date.'));
    expect(bridge.inputsOf('deployment.verify')).toHaveLength(2);
  });
});

/** Walks through removing three providers to the Verify page. */
async function retired(options: FakeOptions = {}): Promise<void> {
  const { publicProviders, externalAccessPolicies, accessEdgeConfiguration } = SAMPLE_SNAPSHOT;
  const snapshot = {
    ...SAMPLE_SNAPSHOT,
    publicProviders: publicProviders.map((one) => ({ ...one, Enabled: one.Identity !== 'AOL' })),
    externalAccessPolicies: externalAccessPolicies.map((one) => ({ ...one, EnablePublicCloudAccess: true })),
    accessEdgeConfiguration: accessEdgeConfiguration && { ...accessEdgeConfiguration, AllowFederatedUsers: true },
  };
  const { next, page, press, user } = await wizardAt('retire', { ...options, snapshot }, { goal: 'retire' });
  await user.click(screen.getByRole('radio', { name: /Remove them/u }));
  await next();
  await page('Review');
  await screen.findByText('The whole script');
  await next();
  await page('Apply');
  await press(/^Apply \d+ changes$/u);
  const question = within(await screen.findByRole('alertdialog'));
  for (const name of ['Messenger', 'AOL', 'Yahoo!'])
    fill(question.getByRole('textbox', { name: `Type the name ${name}` }), name);
  await user.click(question.getByRole('button', { name: 'Apply' }));
  await screen.findByText('Everything was applied');
  await next();
  await page('Verify');
}

describe('verifying what was retired', () => {
  it('names no provider as gone, and shows no list of them, when they could not be read again', async () => {
    await retired({
      verified: (verification) => ({
        ...verification,
        outcome: 'cannot-tell',
        unread: [{ part: 'publicProviders', message: 'Access denied.' }],
        textOutput: null,
      }),
    });
    expect(await screen.findByText('Could not be read (publicProviders): Access denied.')).toBeTruthy();
    expect(screen.queryByText('Messenger')).toBeNull();
    expect(screen.queryByRole('heading', { name: /as the shell prints it/u })).toBeNull();
  });

  it('shows which providers and policies are out of use, and that federation is as it was', async () => {
    await retired();
    expect(await screen.findByText('Everything is retired as you asked')).toBeTruthy();
    const rows = (name: string) => within(screen.getByRole('table', { name })).getAllByRole('row').slice(1);
    const providers = rows('Public providers').map((row) => row.textContent);
    expect(providers).toHaveLength(3);
    for (const name of ['Messenger', 'AOL', 'Yahoo!'])
      expect(providers.some((row) => row.includes(name) && row.includes('Gone'))).toBe(true);
    for (const row of rows('External access policies')) expect(row.textContent).toContain('Not allowed');
    expect(screen.getByText('Federation is on now')).toBeTruthy();
    expect(screen.getByText('This is as it was before the run.')).toBeTruthy();
  });
});
