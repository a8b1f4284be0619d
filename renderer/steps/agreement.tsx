import {
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Switch,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { WizardForm } from '../../core/wizard/form.ts';
import { AGREEMENT_TYPES } from '../../core/answers/answers-schema.ts';
import { agreementText as text } from '../../core/texts/pages/agreement.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { RadioLabel } from '../components/radio-label.tsx';
import { useFlush } from '../components/use-flush.ts';
import { whenText } from '../components/when-text.ts';
import { useField } from '../hooks/use-field.ts';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';
import { StepPage } from '../shell/step-page.tsx';

type Agreement = WizardForm['request']['agreement'];

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL, maxWidth: '620px' },
  number: { maxWidth: '360px' },
});

/** The licensing agreement that the request was made under. */
export function AgreementPage() {
  const flush = useFlush();
  const styles = useStyles();
  const { edit } = useActions();
  const keepsRequest = useWizard((state) => state.form.keepsRequest);
  return (
    <StepPage title={stepTitles.agreement} lead={text.lead}>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.recordTitle}</MessageBarTitle>
          {text.recordBody}
        </MessageBarBody>
      </MessageBar>
      <div className={styles.fields}>
        <Field hint={text.keepsHint}>
          <Switch
            className={flush.control}
            label={text.keeps}
            checked={keepsRequest}
            onChange={(_, { checked }) => edit((form) => ({ ...form, keepsRequest: checked }))}
          />
        </Field>
        {keepsRequest && (
          <>
            <TypeField />
            <NumberField />
            <TermsField />
          </>
        )}
      </div>
    </StepPage>
  );
}

function useAgreement() {
  const { edit } = useActions();
  const agreement = useWizard((state) => state.form.request.agreement);
  const set = (values: Partial<Agreement>) =>
    edit((form) => ({
      ...form,
      request: { ...form.request, agreement: { ...form.request.agreement, ...values } },
    }));
  return { agreement, set };
}

function TypeField() {
  const flush = useFlush();
  const { agreement, set } = useAgreement();
  const { id, onBlur, validation } = useField('$.request.agreement.type');
  return (
    <Field label={text.type} required {...validation}>
      <RadioGroup
        className={flush.control}
        id={id}
        value={agreement.type}
        onBlur={onBlur}
        onChange={(_, { value }) => {
          const type = AGREEMENT_TYPES.find((one) => one === value);
          if (type) set({ type });
        }}
      >
        {AGREEMENT_TYPES.map((type) => {
          const { label, number } = text.types[type];
          return <Radio key={type} value={type} label={<RadioLabel label={label} hint={number} />} />;
        })}
      </RadioGroup>
    </Field>
  );
}

function NumberField() {
  const styles = useStyles();
  const { agreement, set } = useAgreement();
  const { id, onBlur, validation } = useField('$.request.agreement.number');
  const words = agreement.type === '' ? null : text.types[agreement.type];
  return (
    <Field
      className={styles.number}
      label={words?.number ?? text.number}
      hint={words?.hint ?? text.numberHint}
      required
      {...validation}
    >
      <Input
        id={id}
        value={agreement.number}
        spellCheck={false}
        autoComplete="off"
        onBlur={onBlur}
        onChange={(_, { value }) => set({ number: value })}
      />
    </Field>
  );
}

function TermsField() {
  const flush = useFlush();
  const { acceptTerms } = useActions();
  const agreement = useWizard((state) => state.form.request.agreement);
  const { id, onBlur, validation } = useField('$.request.agreement.termsAccepted');
  return (
    <Field hint={acceptedHint(agreement)} {...validation}>
      <Checkbox
        className={flush.control}
        id={id}
        label={text.accept}
        checked={agreement.termsAccepted}
        onBlur={onBlur}
        onChange={(_, { checked }) => acceptTerms(checked === true)}
      />
    </Field>
  );
}

function acceptedHint({ termsAccepted, termsAcceptedAt }: Agreement): string | null {
  return termsAccepted && termsAcceptedAt !== undefined ? text.acceptedAt(whenText(termsAcceptedAt)) : null;
}
