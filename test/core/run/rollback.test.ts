import { describe, expect, it } from 'vitest';
import { commandText } from '../../../core/deployment/command-text.ts';
import type { Snapshot } from '../../../core/deployment/deployment.ts';
import { rollbackTexts as say } from '../../../core/run/rollback-texts.ts';
import { rollbackPlan } from '../../../core/run/rollback.ts';
import type { RunSnapshot } from '../../../core/run/run.ts';
import {
  AT,
  CASES,
  ENDS,
  FEDERATED,
  PILOT,
  afterChanges,
  pending,
  planned,
  repeated,
  runWith,
} from '../../fakes/planned-run.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';
import { provider } from '../../fakes/sample-deployment.ts';
import { afterCommand } from '../../fakes/simulated-deployment.ts';

describe('taking a run back', () => {
  it.each(ENDS)(
    'leads from every end back to what was there before ($name: $made made, the last is $result)',
    ({ value, index, result, made }) => {
      const { before, changes } = value;
      const live = afterChanges(value, made);
      const run = runWith(value, [...repeated('done', index), result]);
      const steps = rollbackPlan({ changes, run, before, live });
      expect(steps.map(({ status }) => status)).not.toContain('not-applicable');
      expect(steps.map(({ status }) => status)).not.toContain('cannot-tell');
      const undone = steps
        .filter(({ status }) => status === 'would-change')
        .reduce((state, { id, command }) => {
          const undo = changes.find((change) => change.id === id)?.undo;
          if (!undo) throw new Error(`${id} has no undo`);
          expect(command).toBe(commandText(undo));
          return afterCommand(state, undo);
        }, live);
      expect(byIdentity(undone)).toEqual(byIdentity(before));
    },
  );

  it('has nothing to do when everything is as it was, and names no command', () => {
    for (const [, value] of CASES) {
      const { before, changes } = value;
      const run = runWith(value, repeated('done', pending(changes).length));
      const steps = rollbackPlan({ changes, run, before, live: before });
      expect(
        steps.every(({ status, command, reason }) => status === 'already-right' && command === null && reason === null),
      ).toBe(true);
    }
  });

  it('leaves out what was never sent', () => {
    const value = planned(SAMPLE_ANSWERS);
    const run = runWith(value, ['done', 'skipped']);
    const steps = rollbackPlan({ ...value, run, live: afterChanges(value, 1) });
    expect(steps.map(({ id, status }) => [id, status])).toEqual([['access-edge', 'would-change']]);
  });
});

/** What matters of a deployment, whatever the order of its lists. */
function byIdentity(live: Snapshot): unknown {
  const sorted = (list: readonly { readonly Identity: string }[]) =>
    list.toSorted((one, other) => (one.Identity < other.Identity ? -1 : 1));
  return {
    accessEdge: live.accessEdgeConfiguration,
    providers: sorted(live.publicProviders),
    policies: sorted(live.externalAccessPolicies),
    users: sorted(live.users),
  };
}

describe('what somebody else has changed since', () => {
  const value = planned(SAMPLE_ANSWERS);
  const made = afterChanges(value, 4);
  const run = runWith(value, repeated('done', 4));
  const stepsFor = (live: Snapshot, of: RunSnapshot = run) =>
    Object.fromEntries(
      rollbackPlan({ ...value, run: of, live }).map(({ id, status, reason }) => [id, [status, reason]]),
    );

  it('stays, as does what it stands in the way of, and the rest is taken back', () => {
    const live = {
      ...made,
      publicProviders: made.publicProviders.map((one) => ({ ...one, VerificationLevel: 'AlwaysVerifiable' })),
    };
    expect(stepsFor(live)).toEqual({
      'provider:Skype': ['not-applicable', say.changedSince],
      'remove:Messenger': ['not-applicable', say.addressTaken('Skype')],
      'policy:global': ['would-change', null],
      'access-edge': ['would-change', say.federationBack],
    });
  });

  it('stays when the run’s own attempt at it had failed', () => {
    const others = provider({ Identity: 'Skype', ProxyFqdn: 'other.example.com', Enabled: true });
    const before = afterChanges(value, 3);
    const live = { ...before, publicProviders: [...before.publicProviders, others] };
    const failed = runWith(value, [...repeated('done', 3), 'failed']);
    expect(stepsFor(live, failed)).toMatchObject({
      'provider:Skype': ['not-applicable', say.changedSince],
      'remove:Messenger': ['would-change', null],
    });
  });

  it('stays when the object has gone', () => {
    const live = { ...made, externalAccessPolicies: [] };
    expect(stepsFor(live)).toMatchObject({ 'policy:global': ['not-applicable', say.changedSince] });
  });

  it('stays when it was taken back once already', () => {
    const restored = runWith(value, ['done', 'restored']);
    expect(stepsFor(afterChanges(value, 2), restored)).toMatchObject({
      'policy:global': ['not-applicable', say.changedSince],
    });
  });

  it('is told apart from a change that was made in part', () => {
    const [policy, ...others] = value.before.externalAccessPolicies;
    if (!policy) throw new Error('no policy');
    const half = { ...policy, EnablePublicCloudAccess: true };
    const failed = runWith(value, ['done', 'failed']);
    const live = { ...afterChanges(value, 1), externalAccessPolicies: [half, ...others] };
    expect(stepsFor(live, failed)).toMatchObject({ 'policy:global': ['would-change', null] });
  });

  it('is told apart from a value that the server made of ours', () => {
    const readBack = { EnablePublicCloudAccess: true, EnablePublicCloudAudioVideoAccess: null };
    const other = runWith(
      value,
      ['done'],
      [
        { type: 'change-started', id: 'policy:global', at: AT },
        { type: 'change-verified', id: 'policy:global', at: AT, result: 'not-as-wanted', readBack, failure: null },
      ],
    );
    const [policy, ...others] = value.before.externalAccessPolicies;
    if (!policy) throw new Error('no policy');
    const live = { ...afterChanges(value, 1), externalAccessPolicies: [{ ...policy, ...readBack }, ...others] };
    expect(stepsFor(live, other)).toMatchObject({ 'policy:global': ['would-change', null] });
  });
});

describe('the federation switch', () => {
  const value = planned(SAMPLE_ANSWERS);
  const run = runWith(value, repeated('done', 4));
  const made = afterChanges(value, 4);
  const ofSwitch = (differences: Partial<Snapshot>) =>
    rollbackPlan({ ...value, run, live: { ...made, ...differences } }).find(({ id }) => id === 'access-edge');

  it.each([
    ['an allowed domain is new', { allowedDomains: [{ Identity: 'partner.com', Domain: 'partner.com' }] }],
    [
      'a hosting provider is new',
      { hostingProviders: [{ Identity: 'Online', ProxyFqdn: 'sipfed.example.com', Enabled: true }] },
    ],
    ['partner discovery is on', { accessEdgeConfiguration: { ...FEDERATED, EnablePartnerDiscovery: true } }],
  ])('stays when %s', (_, differences) => {
    expect(ofSwitch(differences)).toMatchObject({ status: 'not-applicable', reason: say.othersRelyOnFederation });
  });

  it.each(['allowedDomains', 'hostingProviders'])('stays when %s cannot be read', (part) => {
    const error = { message: '', errorId: '', category: '', target: null, cmdlet: null, exception: '' };
    expect(ofSwitch({ unreadable: [{ part, error }] })).toMatchObject({
      status: 'not-applicable',
      reason: say.relianceUnknown,
    });
  });

  it('goes back when only a disabled hosting provider is new', () => {
    const hostingProviders = [{ Identity: 'Online', ProxyFqdn: 'sipfed.example.com', Enabled: false }];
    expect(ofSwitch({ hostingProviders })).toMatchObject({ status: 'would-change', reason: say.federationBack });
  });
});

describe('a policy that the run created', () => {
  const value = planned({ ...SAMPLE_ANSWERS, externalAccess: [{ ...PILOT, users: ['CN=Bob'] }] });
  const count = pending(value.changes).length;
  const run = runWith(value, repeated('done', count));
  const made = afterChanges(value, count);

  it('stays when somebody has given it to another user since', () => {
    const users = made.users.map((user) => ({ ...user, ExternalAccessPolicy: 'SkypePilot' }));
    const steps = rollbackPlan({ ...value, run, live: { ...made, users } });
    expect(steps.find(({ id }) => id === 'policy:skypepilot')).toMatchObject({
      status: 'not-applicable',
      reason: say.policyInUse(1),
    });
    expect(steps.find(({ id }) => id === 'grant:cn=bob')).toMatchObject({ status: 'would-change' });
  });

  it('stays when the users cannot be read', () => {
    const error = { message: '', errorId: '', category: '', target: null, cmdlet: null, exception: '' };
    const live = { ...made, users: [], unreadable: [{ part: 'users', error }] };
    expect(rollbackPlan({ ...value, run, live }).find(({ id }) => id === 'policy:skypepilot')).toMatchObject({
      status: 'not-applicable',
      reason: say.usersUnknown,
    });
  });
});
