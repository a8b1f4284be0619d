import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  block: {
    display: 'flex',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  code: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  parameter: { whiteSpace: 'nowrap' },
  scroller: { flexGrow: 1, minWidth: 0, overflowX: 'auto' },
  output: { whiteSpace: 'pre', overflowWrap: 'normal' },
});

/** A command or a script in a fixed-width font; long lines wrap, so that nothing hides beyond an edge. */
export function CodeBlock(props: { readonly text: string; readonly action?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.block}>
      <pre className={styles.code}>
        <code>{wrappable(props.text, styles.parameter)}</code>
      </pre>
      {props.action}
    </div>
  );
}

/** A parameter's name never breaks after its hyphen: a line that ends in a lone hyphen misleads. */
export function wrappable(text: string, className: string): ReactNode[] {
  return text.split(/(-[A-Za-z]+)/u).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // The parts of a fixed text keep their order.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} className={className}>
        {part}
      </span>
    ),
  );
}

/** What a shell printed, with its columns kept; it scrolls when it is wider than the page. */
export function OutputBlock(props: { readonly label: string; readonly text: string; readonly action?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.block}>
      {/* A region that scrolls has to be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.scroller} tabIndex={0} aria-label={props.label}>
        <pre className={mergeClasses(styles.code, styles.output)}>{props.text}</pre>
      </section>
      {props.action}
    </div>
  );
}
