import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';

const useStyles = makeStyles({
  add: { display: 'flex', alignItems: 'start', columnGap: tokens.spacingHorizontalS, maxWidth: '560px' },
  input: { flexGrow: 1 },
  // Beside the input, below its label.
  button: { marginTop: '26px', flexShrink: 0 },
});

/** Adds something by its name. `problemOf` says why a name cannot be used, or null; asked when it is to be added. */
export function AddByName(props: {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly problemOf: (name: string) => string | null;
  readonly onAdd: (name: string) => void;
}) {
  const styles = useStyles();
  const { label, hint, button, problemOf, onAdd } = props;
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = () => {
    const trimmed = name.trim();
    const found = problemOf(trimmed);
    setProblem(found);
    if (found !== null) return;
    onAdd(trimmed);
    setName('');
  };
  return (
    <div className={styles.add}>
      <Field
        className={styles.input}
        label={label}
        hint={hint}
        validationState={problem === null ? 'none' : 'error'}
        validationMessage={problem}
      >
        <Input
          value={name}
          spellCheck={false}
          autoComplete="off"
          onChange={(_, { value }) => {
            setName(value);
            setProblem(null);
          }}
          onKeyDown={({ key }) => {
            if (key === 'Enter') add();
          }}
        />
      </Field>
      <Button className={styles.button} onClick={add}>
        {button}
      </Button>
    </div>
  );
}
