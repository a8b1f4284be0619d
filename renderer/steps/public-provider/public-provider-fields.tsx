import { Field, Input, Radio, RadioGroup, Switch, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { WizardForm } from '../../../core/wizard/form.ts';
import { VERIFICATION_LEVELS } from '../../../core/deployment/deployment.ts';
import { verificationLevelName } from '../../../core/plan/provider-intent.ts';
import { productThatBrought } from '../../../core/deployment/products.ts';
import { providerText as text } from '../../../core/texts/pages/public-provider.ts';
import { RadioLabel } from '../../components/radio-label.tsx';
import { useFlush } from '../../components/use-flush.ts';
import { useField } from '../../hooks/use-field.ts';
import { usePlanningFacts } from '../../hooks/use-planning-facts.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import { type OptionalParameter, missingParameters } from '../../state/planning-facts.ts';

type ProviderForm = WizardForm['provider'];
type FlagName = 'enabled' | 'enableSkypeIdRouting' | 'enableSkypeDirectorySearch';
export type TextName = Exclude<keyof ProviderForm, FlagName | 'verificationLevel'>;

/** What the fields of a page have in common. `parameter`: one that not every product has. */
interface FieldProps<Name> {
  readonly name: Name;
  readonly label: string;
  readonly hint: string;
  readonly parameter?: OptionalParameter;
}

function useProvider() {
  const { edit } = useActions();
  const provider = useWizard((state) => state.form.provider);
  const set = (values: Partial<ProviderForm>) =>
    edit((form) => ({ ...form, provider: { ...form.provider, ...values } }));
  return { provider, set };
}

/** Why the product at hand has no use for a field; null when it has. */
function useMissing(parameter: OptionalParameter | undefined): string | null {
  const facts = usePlanningFacts();
  if (parameter === undefined || !facts || !missingParameters(facts).includes(parameter)) return null;
  return text.notAvailableHint(facts.product.name, parameter, productThatBrought(parameter));
}

/** A text of the provider. One that the product has not stays in the answers, for another product. */
export function TextField(props: FieldProps<TextName> & { readonly isList?: boolean }) {
  const { name, label, hint, parameter } = props;
  const { provider, set } = useProvider();
  const { id, onBlur, validation } = useField(`$.provider.${name}`);
  const missing = useMissing(parameter);
  const control = {
    id,
    onBlur,
    spellCheck: false,
    autoComplete: 'off',
    disabled: missing !== null,
    value: missing === null ? provider[name] : text.notAvailable,
  };
  const change = (_: unknown, { value }: { value: string }) => set({ [name]: value });
  return (
    <Field label={label} hint={missing ?? hint} {...validation}>
      {props.isList ? (
        <Textarea {...control} onChange={change} resize="vertical" />
      ) : (
        <Input {...control} onChange={change} />
      )}
    </Field>
  );
}

/** A switch of the provider. */
export function FlagField({ name, label, hint, parameter }: FieldProps<FlagName>) {
  const flush = useFlush();
  const { provider, set } = useProvider();
  const { id, onBlur, validation } = useField(`$.provider.${name}`);
  const missing = useMissing(parameter);
  return (
    <Field hint={missing ?? hint} {...validation}>
      <Switch
        className={flush.control}
        id={id}
        label={missing === null ? label : `${label} (${text.notAvailable.toLowerCase()})`}
        disabled={missing !== null}
        checked={missing === null && provider[name]}
        onBlur={onBlur}
        onChange={(_, { checked }) => set({ [name]: checked })}
      />
    </Field>
  );
}

/** The verification level by name; a number that an answers file gave can be kept. */
export function LevelField() {
  const flush = useFlush();
  const { provider, set } = useProvider();
  const facts = usePlanningFacts();
  const { id, onBlur, validation } = useField('$.provider.verificationLevel');
  const [given] = useState(provider.verificationLevel);
  const nameOf = (level: number) => (facts?.snapshot ? verificationLevelName(level, facts) : undefined);
  return (
    <Field label={text.level} hint={text.levelHint} {...validation}>
      <RadioGroup
        className={flush.control}
        id={id}
        onBlur={onBlur}
        value={String(provider.verificationLevel)}
        onChange={(_, { value }) =>
          set({ verificationLevel: VERIFICATION_LEVELS.find((level) => level === value) ?? given })
        }
      >
        {VERIFICATION_LEVELS.map((level) => (
          <Radio key={level} value={level} label={<RadioLabel {...text.levels[level]} />} />
        ))}
        {typeof given === 'number' && (
          <Radio value={String(given)} label={<RadioLabel {...text.levelNumber(given, nameOf(given))} />} />
        )}
      </RadioGroup>
    </Field>
  );
}
