import {
  Body1,
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { PublicProvider } from '../../core/deployment.ts';
import { providerText as text } from '../../core/texts/pages/public-provider.ts';
import { RadioLabel } from '../components/radio-label.tsx';
import { Section } from '../components/section.tsx';
import { conflictsOf, planningFacts } from '../planning-facts.ts';
import { snapshotOf } from '../state.ts';
import { useField } from '../use-field.ts';
import { useActions, useWizard } from '../wizard-context.tsx';

const useStyles = makeStyles({
  cell: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  narrow: { width: '88px' },
  list: { maxWidth: '560px' },
});

/** Which of the present providers make way, and what happens to each. */
export function ProviderRemoval() {
  const { edit } = useActions();
  const removal = useWizard((state) => state.form.removeProviders);
  const snapshot = useWizard(snapshotOf);
  const { id, onBlur, validation } = useField('$.removeProviders');
  const isListed = removal !== 'conflicting';
  return (
    <Section title={text.removal}>
      <Field {...validation}>
        <RadioGroup
          id={id}
          aria-label={text.removal}
          onBlur={onBlur}
          value={isListed ? 'listed' : 'conflicting'}
          onChange={(_, { value }) =>
            edit((form) => ({ ...form, removeProviders: value === 'listed' ? [] : 'conflicting' }))
          }
        >
          <Radio value="conflicting" label={<RadioLabel {...text.removeConflicting} />} />
          <Radio value="listed" label={<RadioLabel {...text.removeListed} />} />
        </RadioGroup>
      </Field>
      {snapshot ? <PresentProviders providers={snapshot.publicProviders} /> : <UnseenProviders />}
    </Section>
  );
}

function PresentProviders({ providers }: { readonly providers: readonly PublicProvider[] }) {
  const styles = useStyles();
  const { edit } = useActions();
  const form = useWizard((state) => state.form);
  const facts = planningFacts(useWizard((state) => state));
  const conflicts = facts ? conflictsOf(form, facts) : new Set<string>();
  const listed = form.removeProviders === 'conflicting' ? null : form.removeProviders;
  if (providers.length === 0) return <Body1>{text.noneYet}</Body1>;
  const toggle = (identity: string, isChosen: boolean) =>
    edit((present) => {
      const others = present.removeProviders === 'conflicting' ? [] : present.removeProviders;
      const rest = others.filter((one) => one !== identity);
      return { ...present, removeProviders: isChosen ? [...rest, identity] : rest };
    });
  return (
    <>
      <Table aria-label={text.present}>
        <TableHeader>
          <TableRow>
            {listed && <TableHeaderCell className={styles.narrow}>{text.remove}</TableHeaderCell>}
            <TableHeaderCell>{text.identity}</TableHeaderCell>
            <TableHeaderCell>{text.proxyFqdn}</TableHeaderCell>
            <TableHeaderCell>{text.state}</TableHeaderCell>
            <TableHeaderCell>{text.outcome}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {providers.map((provider) => {
            const outcome = outcomeOf(provider, conflicts, listed, form.provider.identity);
            return (
              <TableRow key={provider.Identity}>
                {listed && (
                  <TableCell>
                    <Checkbox
                      aria-label={text.removeNamed(provider.Identity)}
                      checked={listed.includes(provider.Identity)}
                      onChange={(_, { checked }) => toggle(provider.Identity, checked === true)}
                    />
                  </TableCell>
                )}
                <TableCell className={styles.cell}>{provider.Identity}</TableCell>
                <TableCell className={styles.cell}>{provider.ProxyFqdn}</TableCell>
                <TableCell>{provider.Enabled ? text.enabledState : text.disabledState}</TableCell>
                <TableCell className={outcome === 'stays' ? styles.quiet : undefined}>{text[outcome]}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
      {conflicts.size > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text.gap}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

/** What becomes of a present provider, in the same way as the plan decides. */
function outcomeOf(
  { Identity }: PublicProvider,
  conflicts: ReadonlySet<string>,
  listed: readonly string[] | null,
  wanted: string,
): 'willBeRemoved' | 'mustBeRemoved' | 'updated' | 'stays' {
  const isWanted = Identity.toLowerCase() === wanted.trim().toLowerCase();
  const isConflicting = conflicts.has(Identity);
  if (listed === null) return isConflicting ? 'willBeRemoved' : isWanted ? 'updated' : 'stays';
  if (listed.includes(Identity)) return isWanted && !isConflicting ? 'updated' : 'willBeRemoved';
  if (isConflicting) return 'mustBeRemoved';
  return isWanted ? 'updated' : 'stays';
}

/** Without a deployment the identities are typed; an identity may hold spaces, so lines and commas part them. */
function UnseenProviders() {
  const styles = useStyles();
  const { edit } = useActions();
  const removal = useWizard((state) => state.form.removeProviders);
  const [typed, setTyped] = useState(removal === 'conflicting' ? '' : removal.join('\n'));
  if (removal === 'conflicting') return <Body1>{text.notRead}</Body1>;
  const change = (value: string) => {
    setTyped(value);
    const identities = value.split(/[\n,;]/u).map((one) => one.trim());
    edit((form) => ({ ...form, removeProviders: identities.filter((one) => one !== '') }));
  };
  return (
    <Field label={text.addRemoval} hint={text.addRemovalHint} className={styles.list}>
      <Textarea value={typed} spellCheck={false} resize="vertical" onChange={(_, { value }) => change(value)} />
    </Field>
  );
}
