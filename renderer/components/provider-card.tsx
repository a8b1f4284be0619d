import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ComparedProperty } from '../../core/run/verification.ts';
import { verifyText as text } from '../../core/texts/pages/verify.ts';
import { propertyExplanations } from '../../core/texts/provider-properties.ts';
import { DataTable } from './data-table.tsx';
import { ValueText } from './value-text.tsx';
import { Verdict } from './verdict.tsx';

const useStyles = makeStyles({
  name: { display: 'flex', flexDirection: 'column' },
  hint: { color: tokens.colorNeutralForeground3 },
});

/** Every property of the provider: what it means, what was asked for, what is there, and whether they agree. */
export function ProviderCard(props: { readonly label: string; readonly properties: readonly ComparedProperty[] }) {
  const styles = useStyles();
  return (
    <DataTable
      label={props.label}
      rows={props.properties}
      keyOf={({ name }) => name}
      columns={[
        {
          label: text.property,
          size: 'wide',
          renderCell: ({ name }) => (
            <span className={styles.name}>
              <span>{name}</span>
              <Caption1 className={styles.hint}>{propertyExplanations[name]}</Caption1>
            </span>
          ),
        },
        {
          label: text.wanted,
          renderCell: ({ wanted, isAsWanted }) => (isAsWanted === null ? '' : <ValueText value={wanted} />),
        },
        { label: text.actual, renderCell: ({ actual }) => <ValueText value={actual} /> },
        { label: text.verdict, renderCell: ({ isAsWanted }) => <Verdict isAsWanted={isAsWanted} /> },
      ]}
    />
  );
}
