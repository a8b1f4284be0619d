import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Words for screen readers where the eye has an icon. */
export function HiddenText(props: { readonly children: ReactNode }) {
  return <span className={useStyles().hidden}>{props.children}</span>;
}
