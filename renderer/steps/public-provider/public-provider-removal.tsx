import {
  Body1,
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { type PublicProvider, identityKey } from '../../../core/deployment/deployment.ts';
import { providerText as text } from '../../../core/texts/pages/public-provider.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { RadioLabel } from '../../components/radio-label.tsx';
import { Section } from '../../components/section.tsx';
import { ValueText } from '../../components/value-text.tsx';
import { useFlush } from '../../components/use-flush.ts';
import { conflictsOf } from '../../state/planning-facts.ts';
import { snapshotOf } from '../../state/state.ts';
import { useField } from '../../hooks/use-field.ts';
import { usePlanningFacts } from '../../hooks/use-planning-facts.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { maxWidth: '560px' },
});

/** Which of the present providers make way, and what happens to each. */
export function ProviderRemoval() {
  const flush = useFlush();
  const { edit } = useActions();
  const removal = useWizard((state) => state.form.removeProviders);
  const snapshot = useWizard(snapshotOf);
  const { id, onBlur, validation } = useField('$.removeProviders');
  const isListed = removal !== 'conflicting';
  return (
    <Section title={text.removal}>
      <Field {...validation}>
        <RadioGroup
          className={flush.control}
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
  const facts = usePlanningFacts();
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
      <DataTable
        label={text.present}
        rows={providers}
        keyOf={({ Identity }) => Identity}
        columns={[
          ...(listed ? [removeColumn(listed, toggle)] : []),
          { label: text.identity, renderCell: ({ Identity }) => Identity },
          { label: text.proxyFqdn, size: 'wide', renderCell: ({ ProxyFqdn }) => <ValueText value={ProxyFqdn} /> },
          { label: text.state, renderCell: ({ Enabled }) => (Enabled ? text.enabledState : text.disabledState) },
          {
            label: text.outcome,
            size: 'wide',
            renderCell: ({ Identity }) => {
              const outcome = outcomeOf(Identity, conflicts, listed, form.provider.identity);
              return <span className={outcome === 'stays' ? styles.quiet : undefined}>{text[outcome]}</span>;
            },
          },
        ]}
      />
      {conflicts.size > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text.gap}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

function removeColumn(
  listed: readonly string[],
  onToggle: (identity: string, isChosen: boolean) => void,
): Column<PublicProvider> {
  return {
    label: text.remove,
    size: 'narrow',
    renderCell: ({ Identity }) => (
      <Checkbox
        aria-label={text.removeNamed(Identity)}
        checked={listed.includes(Identity)}
        onChange={(_, { checked }) => onToggle(Identity, checked === true)}
      />
    ),
  };
}

/** What becomes of a present provider, in the same way as the plan decides. */
function outcomeOf(
  identity: string,
  conflicts: ReadonlySet<string>,
  listed: readonly string[] | null,
  wanted: string,
): 'willBeRemoved' | 'mustBeRemoved' | 'updated' | 'stays' {
  const isWanted = identityKey(identity) === identityKey(wanted.trim());
  const isConflicting = conflicts.has(identity);
  if (listed === null) return isConflicting ? 'willBeRemoved' : isWanted ? 'updated' : 'stays';
  if (listed.includes(identity)) return isWanted && !isConflicting ? 'updated' : 'willBeRemoved';
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
