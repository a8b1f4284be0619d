import { Caption1, Combobox, Field, Option, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { pilotText as text } from '../../core/texts/pages/pilot-policies.ts';

/** Of thousands of users, as many as a person reads; typing narrows the list. */
const MAX_SHOWN = 30;

/** A user as the list shows them. */
interface PickableUser {
  readonly address: string;
  readonly name: string;
  /** The policy that governs them now; null where that is not known. */
  readonly policy: string | null;
}

const useStyles = makeStyles({
  field: { maxWidth: '560px' },
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  list: { maxHeight: '320px' },
});

interface UserPickerProps {
  readonly count: number;
  readonly chosen: readonly string[];
  readonly search: (query: string) => readonly PickableUser[];
  readonly onChoose: (address: string, isChosen: boolean) => void;
}

/** Finds users by name, address or policy, and chooses any number of them. `search` returns all that match. */
export function UserPicker({ count, chosen, search, onChoose }: UserPickerProps) {
  const styles = useStyles();
  const [query, setQuery] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const wanted = useDeferredValue(query);
  const matches = isOpen ? search(wanted) : [];
  const more = matches.length - MAX_SHOWN;
  return (
    <Field className={styles.field} label={text.find} hint={text.findHint(count)}>
      <Combobox
        // Inside of the page's main part, where a screen reader looks for it.
        inlinePopup
        multiselect
        placeholder={text.findPlaceholder}
        value={query}
        selectedOptions={[...chosen]}
        listbox={{ className: styles.list }}
        onChange={({ target }) => setQuery(target.value)}
        onOpenChange={(_, { open }) => {
          setIsOpen(open);
          if (!open) setQuery('');
        }}
        onOptionSelect={(_, { optionValue, selectedOptions }) => {
          if (optionValue !== undefined) onChoose(optionValue, selectedOptions.includes(optionValue));
        }}
      >
        {matches.slice(0, MAX_SHOWN).map((user) => (
          <UserOption key={user.address} user={user} />
        ))}
        {isOpen && matches.length === 0 && (
          <Option disabled text={text.noMatch}>
            {text.noMatch}
          </Option>
        )}
        {more > 0 && (
          <Option disabled text={text.moreMatches(more)}>
            {text.moreMatches(more)}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

function UserOption({ user: { address, name, policy } }: { readonly user: PickableUser }) {
  const styles = useStyles();
  return (
    <Option value={address} text={name}>
      <span className={styles.option}>
        <span>{name}</span>
        <Caption1 className={styles.hint}>
          {address}, {text.policyNow(policy)}
        </Caption1>
      </span>
    </Option>
  );
}
