import { Body1, Caption1, Field, Input, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue } from 'react';
import { sipDomainProblems } from '../../core/answers.ts';
import { edgeText as text } from '../../core/texts/pages/edge-and-domains.ts';
import { shellText } from '../../core/texts/pages/shell.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { type WizardForm, listedNames } from '../../core/wizard.ts';
import { useField } from '../use-field.ts';
import { StepPage } from '../step-page.tsx';
import { useActions, useWizard } from '../wizard-context.tsx';
import { RequestLeftOut } from './request-left-out.tsx';

const FQDN_PATH = '$.request.accessEdgeFqdn';
const DOMAINS_PATH = '$.request.sipDomains';
const MAX_LISTED = 20;

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL, maxWidth: '620px' },
  fqdn: { maxWidth: '420px' },
  textarea: { minHeight: '180px', maxHeight: '360px', fontFamily: tokens.fontFamilyMonospace },
  count: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  problems: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});

/** The Access Edge's external name, and the SIP domains: one by one, or thousands pasted at once. */
export function EdgeAndDomainsPage() {
  const styles = useStyles();
  const keepsRequest = useWizard((state) => state.form.keepsRequest);
  return (
    <StepPage title={stepTitles['edge-and-domains']} lead={text.lead}>
      {keepsRequest ? (
        <div className={styles.fields}>
          <FqdnField />
          <DomainsField />
        </div>
      ) : (
        <RequestLeftOut />
      )}
    </StepPage>
  );
}

function useRequest() {
  const { edit } = useActions();
  const request = useWizard((state) => state.form.request);
  const set = (values: Partial<WizardForm['request']>) =>
    edit((form) => ({ ...form, request: { ...form.request, ...values } }));
  return { request, set };
}

/** The hint of a field, which says so while it still has the deployment's value. */
function hintOf(hint: string, value: string, prefilled: string): string {
  return value !== '' && value === prefilled ? `${hint} ${text.fromDeployment}` : hint;
}

function FqdnField() {
  const styles = useStyles();
  const { request, set } = useRequest();
  const prefilled = useWizard((state) => state.prefilled.accessEdgeFqdn);
  const { id, onBlur, validation } = useField(FQDN_PATH);
  return (
    <Field
      className={styles.fqdn}
      label={text.fqdn}
      hint={hintOf(text.fqdnHint, request.accessEdgeFqdn, prefilled)}
      required
      {...validation}
    >
      <Input
        id={id}
        value={request.accessEdgeFqdn}
        spellCheck={false}
        autoComplete="off"
        onBlur={onBlur}
        onChange={(_, { value }) => set({ accessEdgeFqdn: value })}
      />
    </Field>
  );
}

function DomainsField() {
  const styles = useStyles();
  const { touch } = useActions();
  const { request, set } = useRequest();
  const prefilled = useWizard((state) => state.prefilled.sipDomains);
  const isShown = useWizard((state) => state.touched.has(DOMAINS_PATH) || state.checkedSteps.has(state.step));
  const { id, onBlur, validation } = useField(DOMAINS_PATH);
  const domains = listedNames(useDeferredValue(request.sipDomains));
  const problems = isShown ? sipDomainProblems(domains) : new Map<number, string>();
  return (
    <div className={styles.problems}>
      <Field
        label={text.domains}
        hint={hintOf(text.domainsHint, request.sipDomains, prefilled)}
        required
        {...validation}
      >
        <Textarea
          id={id}
          textarea={{ className: styles.textarea }}
          value={request.sipDomains}
          spellCheck={false}
          onBlur={onBlur}
          onPaste={() => touch(DOMAINS_PATH)}
          onChange={(_, { value }) => set({ sipDomains: value })}
        />
      </Field>
      <Caption1 className={styles.count} aria-live="polite">
        {text.count(domains.length)}
        {isShown && domains.length > 0 && `, ${problems.size > 0 ? text.problemCount(problems.size) : text.allUsable}`}
      </Caption1>
      {problems.size > 0 && <DomainProblems domains={domains} problems={problems} />}
    </div>
  );
}

function DomainProblems(props: {
  readonly domains: readonly string[];
  readonly problems: ReadonlyMap<number, string>;
}) {
  const styles = useStyles();
  const listed = [...props.problems].slice(0, MAX_LISTED);
  const more = props.problems.size - listed.length;
  return (
    <>
      <Body1>{text.problems}</Body1>
      <ul className={styles.list}>
        {listed.map(([index, message]) => (
          <li key={index}>{shellText.problemOf(text.line(index + 1, props.domains[index] ?? ''), message)}</li>
        ))}
        {more > 0 && <li>{text.more(more)}</li>}
      </ul>
    </>
  );
}
