import {
  Badge,
  Body1,
  Body1Strong,
  Button,
  Card,
  Field,
  MessageBar,
  MessageBarBody,
  Select,
  Switch,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { WizardForm } from '../../../core/wizard/form.ts';
import { policyNameProblem } from '../../../core/answers/policy-name.ts';
import { pilotText as text } from '../../../core/texts/pages/pilot-policies.ts';
import { AddByName } from '../../components/add-by-name.tsx';
import { Section } from '../../components/section.tsx';
import { useFlush } from '../../components/use-flush.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import { snapshotOf } from '../../state/state.ts';
import { keptFlags } from './pilot-users.ts';
import { type PolicyAnswer, type PolicyRow, chosen, isPilot, withPolicy } from './policy-rows.ts';
import { PolicyUsers } from './policy-users.tsx';

const useStyles = makeStyles({
  adding: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  existing: { display: 'flex', alignItems: 'start', columnGap: tokens.spacingHorizontalS, maxWidth: '560px' },
  select: { flexGrow: 1 },
  chooseButton: { marginTop: '26px', flexShrink: 0 },
  card: { rowGap: tokens.spacingVerticalM },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  name: { margin: 0, overflowWrap: 'anywhere' },
  remove: { marginInlineStart: 'auto' },
  switches: { display: 'flex', flexDirection: 'column' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Policies that are created or given to chosen users here. */
export function PilotPolicies({ rows }: { readonly rows: readonly PolicyRow[] }) {
  const styles = useStyles();
  const { edit } = useActions();
  const { announce } = useAnnounce();
  const answers = useWizard((state) => state.form.externalAccess);
  const change = (make: (present: WizardForm['externalAccess']) => PolicyAnswer[]) =>
    edit((form) => ({ ...form, externalAccess: make(form.externalAccess) }));
  const create = (name: string) => {
    const identity = withoutTag(name);
    change((present) => withPolicy(chosen(present, identity, true), identity, { create: true, users: '' }));
    announce(text.card(identity), { polite: true });
  };
  const give = (identity: string) =>
    change((present) => {
      const isTicked = rows.some((row) => row.identity === identity && row.wanted !== null);
      return withPolicy(isTicked ? present : chosen(present, identity, true), identity, { users: '' });
    });
  return (
    <Section title={text.title} lead={text.lead}>
      <div className={styles.adding}>
        <AddByName
          label={text.nameLabel}
          hint={text.nameHint}
          button={text.create}
          problemOf={(name) =>
            policyNameProblem(
              withoutTag(name),
              rows.map(({ key }) => key),
            )
          }
          onAdd={create}
        />
        <ExistingPolicy rows={rows} onChoose={give} />
      </div>
      {answers.some(isPilot) && <NotOnlyChosen rows={rows} />}
      {answers.map(
        (answer, index) =>
          isPilot(answer) && <PolicyCard key={answer.identity} answer={answer} index={index} onChange={change} />,
      )}
    </Section>
  );
}

/** A name may be typed as output shows it. */
function withoutTag(name: string): string {
  return name.replace(/^tag:/iu, '');
}

/** A per-user policy that is there, or was named, can be given to more users. */
function ExistingPolicy(props: { readonly rows: readonly PolicyRow[]; readonly onChoose: (identity: string) => void }) {
  const styles = useStyles();
  const [identity, setIdentity] = useState('');
  const free = props.rows.filter(({ scope, wanted }) => scope === 'user' && !(wanted && isPilot(wanted)));
  if (free.length === 0) return null;
  const known = free.some((row) => row.identity === identity) ? identity : '';
  return (
    <div className={styles.existing}>
      <Field className={styles.select} label={text.existingLabel} hint={text.existingHint}>
        <Select value={known} onChange={(_, { value }) => setIdentity(value)}>
          <option value="">{text.existingChoose}</option>
          {free.map((row) => (
            <option key={row.key} value={row.identity}>
              {row.identity}
            </option>
          ))}
        </Select>
      </Field>
      <Button className={styles.chooseButton} disabledFocusable={known === ''} onClick={() => props.onChoose(known)}>
        {text.existing}
      </Button>
    </div>
  );
}

/** A pilot beside a policy of everybody, or of a site, that allows or is to allow the same. */
function NotOnlyChosen({ rows }: { readonly rows: readonly PolicyRow[] }) {
  const shared = rows.filter(
    ({ scope, wanted, present }) =>
      scope !== 'user' && (wanted?.publicCloudAccess ?? present?.EnablePublicCloudAccess === true),
  );
  if (shared.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{text.everybody(shared.map(({ identity }) => identity))}</MessageBarBody>
    </MessageBar>
  );
}

interface CardProps {
  readonly answer: PolicyAnswer;
  readonly index: number;
  readonly onChange: (make: (present: WizardForm['externalAccess']) => PolicyAnswer[]) => void;
}

function PolicyCard({ answer, index, onChange }: CardProps) {
  const styles = useStyles();
  const { identity, create } = answer;
  const snapshot = useWizard(snapshotOf);
  const isNew = create === true;
  // A policy that is there stays ticked or not; only its users are dropped.
  const remove = () =>
    onChange((present) =>
      isNew ? chosen(present, identity, false) : present.map((one) => (one.identity === identity ? untold(one) : one)),
    );
  const kept = snapshot && keptFlags(answer, snapshot);
  return (
    <Card appearance="outline" className={styles.card} aria-label={text.card(identity)}>
      <div className={styles.head}>
        <Body1Strong as="h3" className={styles.name}>
          {identity}
        </Body1Strong>
        {isNew && (
          <Badge appearance="tint" color="brand">
            {text.newBadge}
          </Badge>
        )}
        <Button
          className={styles.remove}
          appearance="subtle"
          icon={<Delete20Regular />}
          aria-label={isNew ? text.removeNamed(identity) : text.removeUsersOf(identity)}
          onClick={remove}
        >
          {text.remove}
        </Button>
      </div>
      {isNew && <NewPolicyFlags answer={answer} onChange={onChange} />}
      <Body1 as="p" className={styles.note}>
        {kept === null ? text.keepsUnknown : isNew ? text.keeps(kept) : text.has(kept)}
      </Body1>
      <PolicyUsers answer={answer} index={index} />
    </Card>
  );
}

/** The policy without users: it is not given to anybody here. */
function untold({ identity, publicCloudAccess, publicCloudAudioVideoAccess }: PolicyAnswer): PolicyAnswer {
  return { identity, publicCloudAccess, publicCloudAudioVideoAccess };
}

function NewPolicyFlags({ answer, onChange }: Omit<CardProps, 'index'>) {
  const styles = useStyles();
  const flush = useFlush();
  const { identity, publicCloudAccess, publicCloudAudioVideoAccess } = answer;
  const set = (values: Partial<PolicyAnswer>) => onChange((present) => withPolicy(present, identity, values));
  return (
    <div className={styles.switches}>
      <Switch
        className={flush.control}
        label={text.publicAccess}
        checked={publicCloudAccess}
        onChange={(_, { checked }) => set({ publicCloudAccess: checked })}
      />
      <Switch
        className={flush.control}
        label={text.publicAudioVideo}
        checked={publicCloudAudioVideoAccess}
        onChange={(_, { checked }) => set({ publicCloudAudioVideoAccess: checked })}
      />
    </div>
  );
}
