import { Caption1, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue } from 'react';
import { listedUsers } from '../../../core/wizard/form.ts';
import { type Snapshot, isRead } from '../../../core/deployment/deployment.ts';
import { policyOfUser } from '../../../core/deployment/governed-users.ts';
import { policyUsersField } from '../../../core/texts/pages/fields.ts';
import { pilotText as text } from '../../../core/texts/pages/pilot-policies.ts';
import { shellText } from '../../../core/texts/pages/shell.ts';
import { UserPicker } from '../../components/user-picker.tsx';
import { useField } from '../../hooks/use-field.ts';
import { useActions, useWizard, useWizardParts } from '../../hooks/wizard-context.tsx';
import { shownLineProblems } from '../../state/page-problems.ts';
import { snapshotOf } from '../../state/state.ts';
import { addressOf, matchingUsers, pilotUsers, policyNames, withUser } from './pilot-users.ts';
import { type PolicyAnswer, withPolicy } from './policy-rows.ts';
import { ChosenUsers } from './policy-chosen-users.tsx';

const MAX_PROBLEMS = 20;

const useStyles = makeStyles({
  users: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  field: { maxWidth: '560px' },
  textarea: { minHeight: '96px', maxHeight: '280px', fontFamily: tokens.fontFamilyMonospace },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

/** Who is given a policy: found among the deployment's users, or typed and pasted; and what that means for each. */
export function PolicyUsers({ answer, index }: { readonly answer: PolicyAnswer; readonly index: number }) {
  const styles = useStyles();
  const { edit } = useActions();
  const snapshot = useWizard(snapshotOf);
  const known = snapshot && isRead(snapshot, 'users') ? snapshot : null;
  const users = answer.users ?? '';
  const setUsers = (change: (present: string) => string) =>
    edit((form) => ({
      ...form,
      externalAccess: withPolicy(form.externalAccess, answer.identity, { users: change(users) }),
    }));
  return (
    <div className={styles.users}>
      {known && known.users.length > 0 && (
        <Picker
          answer={answer}
          snapshot={known}
          onChoose={(address, isChosen) => setUsers((list) => withUser(list, address, isChosen))}
        />
      )}
      <UserList answer={answer} index={index} onChange={(value) => setUsers(() => value)} />
      {known && (
        <ChosenUsers
          answer={answer}
          snapshot={known}
          onTakeOut={(typed) => setUsers((list) => withUser(list, typed, false))}
        />
      )}
    </div>
  );
}

function Picker(props: {
  readonly answer: PolicyAnswer;
  readonly snapshot: Snapshot;
  readonly onChoose: (address: string, isChosen: boolean) => void;
}) {
  const { answer, snapshot, onChoose } = props;
  const chosen = pilotUsers(answer, snapshot).flatMap(({ user }) => (user ? [addressOf(user)] : []));
  const search = (query: string) => {
    const policyOf = policyOfUser(snapshot);
    const nameOf = policyNames(snapshot);
    return matchingUsers(snapshot.users, query).map((user) => ({
      address: addressOf(user),
      name: user.DisplayName ?? addressOf(user),
      policy: nameOf(policyOf(user)),
    }));
  };
  return <UserPicker count={snapshot.users.length} chosen={chosen} search={search} onChoose={onChoose} />;
}

/** The list as text: what the picker writes, and what can be pasted. */
function UserList(props: {
  readonly answer: PolicyAnswer;
  readonly index: number;
  readonly onChange: (value: string) => void;
}) {
  const styles = useStyles();
  const { answer, index, onChange } = props;
  const { touch } = useActions();
  const path = policyUsersField(index);
  const { id, onBlur, validation } = useField(path);
  const listed = listedUsers(useDeferredValue(answer.users ?? ''));
  const problems = [...useDeferredValue(useWizardParts((state) => shownLineProblems(state, path)))];
  return (
    <>
      <Field className={styles.field} label={text.users} hint={text.usersHint} {...validation}>
        <Textarea
          id={id}
          textarea={{ className: styles.textarea }}
          value={answer.users ?? ''}
          spellCheck={false}
          resize="vertical"
          onBlur={onBlur}
          onPaste={() => touch(path)}
          onChange={(_, { value }) => onChange(value)}
        />
      </Field>
      <Caption1 aria-live="polite">{listed.length === 0 ? text.noUsers : text.count(listed.length)}</Caption1>
      {problems.length > 0 && (
        <ul className={styles.list} aria-label={text.problems}>
          {problems.slice(0, MAX_PROBLEMS).map(([line, message]) => (
            <li key={line}>{shellText.problemOf(text.line(line + 1, listed[line] ?? ''), message)}</li>
          ))}
          {problems.length > MAX_PROBLEMS && <li>{shellText.moreProblems(problems.length - MAX_PROBLEMS)}</li>}
        </ul>
      )}
    </>
  );
}
