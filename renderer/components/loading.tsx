import { Spinner, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ spinner: { justifyContent: 'flex-start' } });

/** Something is on its way; what, in words. */
export function Loading(props: { readonly label: string }) {
  return <Spinner size="small" labelPosition="after" label={props.label} className={useStyles().spinner} />;
}
