import { makeStyles, tokens } from '@fluentui/react-components';

/** Fluent indents the marks of switches, radios and checkboxes; alone on a line they stand where other fields begin. */
export const useFlush = makeStyles({
  control: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});
