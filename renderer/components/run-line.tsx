import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { wrappable } from './code-block.tsx';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  result: { textAlign: 'end', color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  command: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  parameter: { whiteSpace: 'nowrap' },
});

/** One step of a run or of taking it back: its mark, what it is, and its state at the end of the line. */
export function RunLine(props: { readonly icon: ReactNode; readonly result: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <li className={styles.line}>
      {props.icon}
      <div className={styles.body}>{props.children}</div>
      <Caption1 className={styles.result}>{props.result}</Caption1>
    </li>
  );
}

/** The steps in their order. */
export function RunLines(props: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ol className={useStyles().list} aria-label={props.label}>
      {props.children}
    </ol>
  );
}

/** The command of a step, quieter than its sentence. */
export function RunCommand(props: { readonly text: string }) {
  const styles = useStyles();
  return <code className={styles.command}>{wrappable(props.text, styles.parameter)}</code>;
}
