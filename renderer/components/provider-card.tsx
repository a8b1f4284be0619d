import {
  Caption1,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ComparedProperty } from '../../core/verification.ts';
import { verifyText as text } from '../../core/texts/pages/verify.ts';
import { propertyText } from './property-text.ts';
import { Verdict } from './verdict.tsx';

const useStyles = makeStyles({
  cell: { overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalS, verticalAlign: 'top' },
  name: { display: 'flex', flexDirection: 'column' },
  hint: { color: tokens.colorNeutralForeground3 },
  property: { width: '33%' },
  verdict: { width: '132px' },
});

/** Every property of the provider: what it means, what was asked for, what is there, and whether they agree. */
export function ProviderCard(props: { readonly label: string; readonly properties: readonly ComparedProperty[] }) {
  const styles = useStyles();
  const explain: Readonly<Record<string, string>> = text.explain;
  return (
    <Table aria-label={props.label}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.property}>{text.property}</TableHeaderCell>
          <TableHeaderCell>{text.wanted}</TableHeaderCell>
          <TableHeaderCell>{text.actual}</TableHeaderCell>
          <TableHeaderCell className={styles.verdict}>{text.verdict}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {props.properties.map(({ name, wanted, actual, isAsWanted }) => (
          <TableRow key={name}>
            <TableCell className={styles.cell}>
              <span className={styles.name}>
                <span>{name}</span>
                <Caption1 className={styles.hint}>{explain[name]}</Caption1>
              </span>
            </TableCell>
            <TableCell className={styles.cell}>{isAsWanted === null ? '' : propertyText(wanted)}</TableCell>
            <TableCell className={styles.cell}>{propertyText(actual)}</TableCell>
            <TableCell className={styles.cell}>
              <Verdict isAsWanted={isAsWanted} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
