import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Subtract20Regular, Warning20Filled } from '@fluentui/react-icons';
import { verifyText as text } from '../../core/texts/pages/verify.ts';

const useStyles = makeStyles({
  verdict: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    minWidth: '104px',
  },
  same: { color: tokens.colorStatusSuccessForeground1 },
  different: { color: tokens.colorStatusWarningForeground3 },
  none: { color: tokens.colorNeutralForeground3 },
});

/** Whether something is as it was asked for, as a mark and in words; null: it was not asked for, or cannot be told. */
export function Verdict({ isAsWanted }: { readonly isAsWanted: boolean | null }) {
  const styles = useStyles();
  if (isAsWanted === null)
    return (
      <span className={styles.verdict}>
        <Subtract20Regular className={styles.none} aria-hidden />
        {text.notAsked}
      </span>
    );
  return (
    <span className={styles.verdict}>
      {isAsWanted ? (
        <CheckmarkCircle20Filled className={styles.same} aria-hidden />
      ) : (
        <Warning20Filled className={styles.different} aria-hidden />
      )}
      {isAsWanted ? text.same : text.different}
    </span>
  );
}
