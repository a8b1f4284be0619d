import { Body1, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({ line: { margin: `${tokens.spacingVerticalXS} 0 0` } });

/** Short texts below each other, as in a message that says several things. */
export function Lines({ lines }: { readonly lines: readonly string[] }) {
  const styles = useStyles();
  return lines.map((line) => (
    <Body1 as="p" block key={line} className={styles.line}>
      {line}
    </Body1>
  ));
}
