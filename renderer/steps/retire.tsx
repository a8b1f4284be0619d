import { Body1, Field, MessageBar, MessageBarBody, Radio, RadioGroup } from '@fluentui/react-components';
import type { WizardForm } from '../../core/wizard/form.ts';
import type { PlanningFacts } from '../../core/plan/planning-facts.ts';
import type { RetireAnswers } from '../../core/answers/answers-schema.ts';
import { checkAnswers } from '../../core/answers/answers.ts';
import { type PublicProvider, type Snapshot, policyKey } from '../../core/deployment/deployment.ts';
import { governedUsers } from '../../core/deployment/governed-users.ts';
import { keptProviders, retiredProviders } from '../../core/plan/retirement-changes.ts';
import { retireText as text } from '../../core/texts/pages/retire.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { candidateAnswers } from '../../core/wizard/form-answers.ts';
import { DataTable } from '../components/data-table.tsx';
import { RadioLabel } from '../components/radio-label.tsx';
import { Section } from '../components/section.tsx';
import { useFlush } from '../components/use-flush.ts';
import { useField } from '../hooks/use-field.ts';
import { usePlanningFacts } from '../hooks/use-planning-facts.ts';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';
import { StepPage } from '../shell/step-page.tsx';
import { FederationUses } from './retire/retire-federation.tsx';

type Retirement = WizardForm['retire'];
type Choice = 'action' | 'publicCloudAccess' | 'federation';

/** What is taken out of use, how far it goes, and what depends on it; each beside the choice that it is about. */
export function RetirePage() {
  const facts = usePlanningFacts();
  const checked = checkAnswers(candidateAnswers(useWizard((state) => state.form)));
  const answers = checked.ok && checked.value.goal === 'retire' ? checked.value : null;
  const snapshot = facts?.snapshot ?? null;
  return (
    <StepPage title={stepTitles.retire} lead={text.lead}>
      {snapshot === null && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text.notRead}</MessageBarBody>
        </MessageBar>
      )}
      {snapshot && facts && answers && <RetiredProviders answers={answers} facts={facts} />}
      <ChoiceField name="action" label={text.action} options={text.actions} />
      {snapshot && facts && answers && <OpenPolicies answers={answers} facts={facts} snapshot={snapshot} />}
      <ChoiceField name="publicCloudAccess" label={text.publicAccess} options={text.publicAccesses} />
      {snapshot && <FederationUses snapshot={snapshot} />}
      <ChoiceField name="federation" label={text.federation} options={text.federations} />
    </StepPage>
  );
}

interface RetireFacts {
  readonly answers: RetireAnswers;
  readonly facts: PlanningFacts;
}

function RetiredProviders({ answers, facts }: RetireFacts) {
  const providers = retiredProviders(answers, facts);
  const { action } = answers.retire;
  if (providers.length === 0) return <Section title={text.providers} lead={text.noneToRetire} />;
  return (
    <Section title={text.providers} lead={text.providersLead}>
      <DataTable
        label={text.providers}
        rows={providers}
        keyOf={({ Identity }) => Identity}
        columns={[
          { label: text.identity, renderCell: ({ Identity }) => Identity },
          { label: text.proxyFqdn, size: 'wide', renderCell: ({ ProxyFqdn }) => ProxyFqdn },
          { label: text.state, renderCell: ({ Enabled }) => (Enabled ? text.enabled : text.disabled) },
          { label: text.outcome, size: 'wide', renderCell: (provider) => outcomeOf(provider, action) },
        ]}
      />
    </Section>
  );
}

function outcomeOf({ Enabled }: PublicProvider, action: Retirement['action']): string {
  return action === 'disable' && !Enabled ? text.disabledAlready : text.outcomes[action];
}

function OpenPolicies({ answers, facts, snapshot }: RetireFacts & { readonly snapshot: Snapshot }) {
  const governed = governedUsers(snapshot);
  const kept = keptProviders(answers, facts).map(({ Identity }) => Identity);
  const open = snapshot.externalAccessPolicies.filter(
    (policy) => policy.EnablePublicCloudAccess === true || policy.EnablePublicCloudAudioVideoAccess === true,
  );
  if (open.length === 0) return <Section title={text.policies} lead={text.noPolicies} />;
  const words = (isAllowed: boolean | null | undefined) => (isAllowed === true ? text.allowed : text.notAllowed);
  return (
    <Section title={text.policies} lead={text.policiesLead}>
      <DataTable
        label={text.policies}
        rows={open}
        keyOf={({ Identity }) => Identity}
        columns={[
          { label: text.policy, size: 'wide', renderCell: ({ Identity }) => Identity.replace(/^tag:/iu, '') },
          { label: text.users, renderCell: ({ Identity }) => governed.get(policyKey(Identity)) ?? 0 },
          { label: text.publicUsers, renderCell: ({ EnablePublicCloudAccess: isOn }) => words(isOn) },
          { label: text.audioVideo, renderCell: ({ EnablePublicCloudAudioVideoAccess: isOn }) => words(isOn) },
        ]}
      />
      {kept.length > 0 && <Body1>{text.keptProviders(kept)}</Body1>}
    </Section>
  );
}

function ChoiceField<Name extends Choice>(props: {
  readonly name: Name;
  readonly label: string;
  readonly options: Readonly<Record<Retirement[Name], { readonly label: string; readonly hint: string }>>;
}) {
  const flush = useFlush();
  const { name, label, options } = props;
  const { edit } = useActions();
  const value = useWizard((state) => state.form.retire[name]);
  const { id, onBlur, validation } = useField(`$.retire.${name}`);
  const entries: readonly (readonly [string, { readonly label: string; readonly hint: string }])[] =
    Object.entries(options);
  return (
    <Field label={label} size="large" {...validation}>
      <RadioGroup
        className={flush.control}
        id={id}
        value={value}
        onBlur={onBlur}
        onChange={(_, chosen) => edit((form) => ({ ...form, retire: { ...form.retire, [name]: chosen.value } }))}
      >
        {entries.map(([one, words]) => (
          <Radio key={one} value={one} label={<RadioLabel {...words} />} />
        ))}
      </RadioGroup>
    </Field>
  );
}
