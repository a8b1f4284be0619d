import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Switch,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { VERIFICATION_LEVELS } from '../../core/deployment.ts';
import { providerText as text } from '../../core/texts/pages/public-provider.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import type { WizardForm } from '../../core/wizard.ts';
import { RadioLabel } from '../components/radio-label.tsx';
import { parametersLeftOut, planningFacts } from '../planning-facts.ts';
import { problemsOfPage } from '../gates.ts';
import { useField } from '../use-field.ts';
import { useFlush } from '../components/use-flush.ts';
import { StepPage } from '../step-page.tsx';
import { useActions, useWizard } from '../wizard-context.tsx';
import { ProviderRemoval } from './public-provider-removal.tsx';

type ProviderForm = WizardForm['provider'];
type FlagName = 'enabled' | 'enableSkypeIdRouting' | 'enableSkypeDirectorySearch';
type TextName = Exclude<keyof ProviderForm, FlagName | 'verificationLevel'>;

const ADVANCED: readonly TextName[] = ['iconUrl', 'nameDecorationRoutingDomain', 'nameDecorationExcludedDomains'];

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, maxWidth: '560px' },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingBlock: tokens.spacingVerticalM,
  },
});

/** The provider to create, and which providers make way for it. */
export function PublicProviderPage() {
  const styles = useStyles();
  return (
    <StepPage title={stepTitles['public-provider']} lead={text.lead}>
      <div className={styles.fields}>
        <TextField name="identity" label={text.identity} hint={text.identityHint} />
        <TextField name="proxyFqdn" label={text.proxyFqdn} hint={text.proxyFqdnHint} />
        <LevelField />
        <FlagField name="enabled" label={text.enabled} hint={text.enabledHint} />
        <AdvancedFields />
      </div>
      <ProviderRemoval />
    </StepPage>
  );
}

function useProvider() {
  const { edit } = useActions();
  const provider = useWizard((state) => state.form.provider);
  const set = (values: Partial<ProviderForm>) =>
    edit((form) => ({ ...form, provider: { ...form.provider, ...values } }));
  return { provider, set };
}

function TextField(props: {
  readonly name: TextName;
  readonly label: string;
  readonly hint: string;
  readonly isList?: boolean;
}) {
  const { name, label, hint } = props;
  const { provider, set } = useProvider();
  const { id, onBlur, validation } = useField(`$.provider.${name}`);
  const control = { id, value: provider[name], onBlur, spellCheck: false, autoComplete: 'off' };
  const change = (_: unknown, { value }: { value: string }) => set({ [name]: value });
  return (
    <Field label={label} hint={hint} {...validation}>
      {props.isList ? (
        <Textarea {...control} onChange={change} resize="vertical" />
      ) : (
        <Input {...control} onChange={change} />
      )}
    </Field>
  );
}

function LevelField() {
  const flush = useFlush();
  const { provider, set } = useProvider();
  const { id, onBlur, validation } = useField('$.provider.verificationLevel');
  return (
    <Field label={text.level} hint={text.levelHint} {...validation}>
      <RadioGroup
        className={flush.control}
        id={id}
        onBlur={onBlur}
        value={String(provider.verificationLevel)}
        onChange={(_, { value }) => {
          const verificationLevel = VERIFICATION_LEVELS.find((level) => level === value);
          if (verificationLevel) set({ verificationLevel });
        }}
      >
        {VERIFICATION_LEVELS.map((level) => (
          <Radio key={level} value={level} label={<RadioLabel {...text.levels[level]} />} />
        ))}
        {typeof provider.verificationLevel === 'number' && (
          <Radio
            value={String(provider.verificationLevel)}
            label={<RadioLabel {...text.levelNumber(provider.verificationLevel)} />}
          />
        )}
      </RadioGroup>
    </Field>
  );
}

function FlagField({ name, label, hint }: { readonly name: FlagName; readonly label: string; readonly hint: string }) {
  const flush = useFlush();
  const { provider, set } = useProvider();
  const { id, onBlur, validation } = useField(`$.provider.${name}`);
  return (
    <Field hint={hint} {...validation}>
      <Switch
        className={flush.control}
        id={id}
        label={label}
        checked={provider[name]}
        onBlur={onBlur}
        onChange={(_, { checked }) => set({ [name]: checked })}
      />
    </Field>
  );
}

/** The optional part. It is open while one of its fields has a problem, so that no problem hides. */
function AdvancedFields() {
  const styles = useStyles();
  const facts = planningFacts(useWizard((state) => state));
  const form = useWizard((state) => state.form);
  const hasProblem = useWizard((state) =>
    problemsOfPage(state, 'public-provider').some(({ field }) =>
      ADVANCED.some((name) => field === `$.provider.${name}`),
    ),
  );
  const [isOpen, setIsOpen] = useState(false);
  const leftOut = facts ? parametersLeftOut(form, facts) : [];
  return (
    <Accordion
      collapsible
      openItems={isOpen || hasProblem ? ['more'] : []}
      onToggle={(_, { openItems }) => setIsOpen(openItems.includes('more'))}
    >
      <AccordionItem value="more">
        <AccordionHeader>{text.advanced}</AccordionHeader>
        <AccordionPanel className={styles.panel}>
          {facts && leftOut.length > 0 && (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>{text.leftOut(facts.product.name, leftOut)}</MessageBarBody>
            </MessageBar>
          )}
          <TextField name="iconUrl" label={text.iconUrl} hint={text.iconUrlHint} />
          <TextField name="nameDecorationRoutingDomain" label={text.routingDomain} hint={text.routingDomainHint} />
          <TextField name="nameDecorationExcludedDomains" label={text.excluded} hint={text.excludedHint} isList />
          <FlagField name="enableSkypeIdRouting" label={text.idRouting} hint={text.idRoutingHint} />
          <FlagField name="enableSkypeDirectorySearch" label={text.search} hint={text.searchHint} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
