import { Caption1, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  label: { display: 'flex', flexDirection: 'column', color: tokens.colorNeutralForeground1 },
  hint: { color: tokens.colorNeutralForeground3 },
});

/** The label of a choice with a line that explains it. */
export function RadioLabel(props: { readonly label: string; readonly hint: string }) {
  const styles = useStyles();
  return (
    <span className={styles.label}>
      <span>{props.label}</span>
      <Caption1 className={styles.hint}>{props.hint}</Caption1>
    </span>
  );
}
