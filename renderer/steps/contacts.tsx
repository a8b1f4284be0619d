import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { WizardForm } from '../../core/wizard/form.ts';
import { contactsText as text } from '../../core/texts/pages/contacts.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { FieldGroup } from '../components/field-group.tsx';
import { useField } from '../hooks/use-field.ts';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';
import { ProvisioningLeftOut } from '../shell/provisioning-left-out.tsx';
import { StepPage } from '../shell/step-page.tsx';

type Contacts = WizardForm['request']['contacts'];
type Who = keyof Contacts;
type Part = keyof Contacts['primary'];

const useStyles = makeStyles({
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXXL,
    maxWidth: '760px',
  },
});

/** Whom to reach about the request. */
export function ContactsPage() {
  const styles = useStyles();
  const keepsRequest = useWizard((state) => state.form.keepsRequest);
  return (
    <StepPage title={stepTitles.contacts} lead={text.lead}>
      {keepsRequest ? (
        <div className={styles.groups}>
          <ContactFields who="primary" />
          <ContactFields who="alternate" />
        </div>
      ) : (
        <ProvisioningLeftOut />
      )}
    </StepPage>
  );
}

function ContactFields({ who }: { readonly who: Who }) {
  return (
    <FieldGroup legend={text[who]}>
      <ContactField who={who} part="name" type="text" />
      <ContactField who={who} part="email" type="email" />
      <ContactField who={who} part="phone" type="tel" />
    </FieldGroup>
  );
}

function ContactField({
  who,
  part,
  type,
}: {
  readonly who: Who;
  readonly part: Part;
  readonly type: 'text' | 'email' | 'tel';
}) {
  const { edit } = useActions();
  const value = useWizard((state) => state.form.request.contacts[who][part]);
  const { id, onBlur, validation } = useField(`$.request.contacts.${who}.${part}`);
  const set = (changed: string) =>
    edit((form) => {
      const { contacts } = form.request;
      const contact = { ...contacts[who], [part]: changed };
      return { ...form, request: { ...form.request, contacts: { ...contacts, [who]: contact } } };
    });
  const isOptional = part === 'phone';
  return (
    <Field label={text[part]} required={!isOptional} {...(isOptional ? { hint: text.optional } : {})} {...validation}>
      <Input
        id={id}
        type={type}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onBlur={onBlur}
        onChange={(_, data) => set(data.value)}
      />
    </Field>
  );
}
