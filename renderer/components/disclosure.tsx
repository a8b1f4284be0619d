import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';

const useStyles = makeStyles({
  disclosure: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  button: {
    alignSelf: 'start',
    // The arrow stands where the text around it begins.
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})`,
    paddingInline: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
  },
  content: { paddingInlineStart: '26px', minWidth: 0 },
});

/** Detail that is folded away until it is asked for. `name` tells the buttons of a list apart for screen readers. */
export function Disclosure(props: { readonly label: string; readonly name?: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const { label, name } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.disclosure}>
      <Button
        className={styles.button}
        appearance="transparent"
        size="small"
        icon={isOpen ? <ChevronDown20Regular /> : <ChevronRight20Regular />}
        aria-expanded={isOpen}
        aria-label={name}
        onClick={() => setIsOpen(!isOpen)}
      >
        {label}
      </Button>
      {isOpen && <div className={styles.content}>{props.children}</div>}
    </div>
  );
}
