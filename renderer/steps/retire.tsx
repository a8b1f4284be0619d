import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { checkAnswers } from '../../core/answers.ts';
import type { PublicProvider } from '../../core/deployment.ts';
import { retiredProviders } from '../../core/plan-retire.ts';
import { retireText as text } from '../../core/texts/pages/retire.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { type WizardForm, candidateAnswers } from '../../core/wizard.ts';
import { DataTable } from '../components/data-table.tsx';
import { RadioLabel } from '../components/radio-label.tsx';
import { Section } from '../components/section.tsx';
import { useFlush } from '../components/use-flush.ts';
import { planningFacts } from '../planning-facts.ts';
import { StepPage } from '../step-page.tsx';
import { useField } from '../use-field.ts';
import { useActions, useWizard } from '../wizard-context.tsx';

type Retirement = WizardForm['retire'];
type Choice = 'action' | 'publicCloudAccess' | 'federation';

/** What is taken out of use, and how far it goes. */
export function RetirePage() {
  return (
    <StepPage title={stepTitles.retire} lead={text.lead}>
      <RetiredProviders />
      <ChoiceField name="action" label={text.action} options={text.actions} />
      <ChoiceField name="publicCloudAccess" label={text.publicAccess} options={text.publicAccesses} />
      <ChoiceField name="federation" label={text.federation} options={text.federations} />
    </StepPage>
  );
}

function RetiredProviders() {
  const facts = planningFacts(useWizard((state) => state));
  const form = useWizard((state) => state.form);
  const answers = checkAnswers(candidateAnswers(form));
  const providers =
    facts?.snapshot && answers.ok && answers.value.goal === 'retire' ? retiredProviders(answers.value, facts) : null;
  const empty = providers === null ? text.notRead : text.noneToRetire;
  return (
    <Section title={text.providers} lead={providers?.length ? text.providersLead : empty}>
      {providers && providers.length > 0 && <ProviderTable providers={providers} />}
    </Section>
  );
}

function ProviderTable({ providers }: { readonly providers: readonly PublicProvider[] }) {
  return (
    <DataTable
      label={text.providers}
      rows={providers}
      keyOf={({ Identity }) => Identity}
      columns={[
        { label: text.identity, size: 'wide', renderCell: ({ Identity }) => Identity },
        { label: text.proxyFqdn, size: 'wide', renderCell: ({ ProxyFqdn }) => ProxyFqdn },
        { label: text.state, renderCell: ({ Enabled }) => (Enabled ? text.enabled : text.disabled) },
      ]}
    />
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
