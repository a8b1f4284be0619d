import {
  Body1,
  Field,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Snapshot } from '../../core/deployment.ts';
import { pickProperties } from '../../core/properties.ts';
import { accessEdgeText as text } from '../../core/texts/pages/access-edge.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { propertyText } from '../components/property-text.ts';
import { Section } from '../components/section.tsx';
import { snapshotOf } from '../state.ts';
import { useField } from '../use-field.ts';
import { StepPage } from '../step-page.tsx';
import { useActions, useWizard } from '../wizard-context.tsx';

const useStyles = makeStyles({
  cell: { overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalXS },
  setting: { width: '40%' },
  value: { width: '22%' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The organisation-wide switch, and the other settings as they are. */
export function AccessEdgePage() {
  const snapshot = useWizard(snapshotOf);
  const isWanted = useWizard((state) => state.form.accessEdge.allowFederatedUsers);
  const configuration = snapshot?.accessEdgeConfiguration ?? null;
  return (
    <StepPage title={stepTitles['access-edge']} lead={text.lead}>
      <FederationSwitch isOnAtPresent={configuration?.AllowFederatedUsers ?? null} />
      <MessageBar intent={isWanted ? 'info' : 'warning'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{isWanted ? text.reachTitle : text.offTitle}</MessageBarTitle>
          {isWanted ? text.reach : text.off}
        </MessageBarBody>
      </MessageBar>
      <Section title={text.others} lead={configuration ? text.othersLead : text.notRead}>
        {configuration && <OtherSettings configuration={configuration} />}
      </Section>
    </StepPage>
  );
}

function FederationSwitch({ isOnAtPresent }: { readonly isOnAtPresent: boolean | null }) {
  const { edit } = useActions();
  const isWanted = useWizard((state) => state.form.accessEdge.allowFederatedUsers);
  const { id, onBlur, validation } = useField('$.accessEdge.allowFederatedUsers');
  const present = isOnAtPresent === null ? '' : ` ${text.present(isOnAtPresent)}`;
  return (
    <Field hint={`${text.switchHint}${present}`} {...validation}>
      <Switch
        id={id}
        label={text.switch}
        checked={isWanted}
        onBlur={onBlur}
        onChange={(_, { checked }) => edit((form) => ({ ...form, accessEdge: { allowFederatedUsers: checked } }))}
      />
    </Field>
  );
}

function OtherSettings({
  configuration,
}: {
  readonly configuration: NonNullable<Snapshot['accessEdgeConfiguration']>;
}) {
  const styles = useStyles();
  const names = Object.keys(text.meanings).filter((name) => Object.hasOwn(configuration, name));
  const values = pickProperties(configuration, names);
  const meanings: Readonly<Record<string, string>> = text.meanings;
  return (
    <Table size="small" aria-label={text.others}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.setting}>{text.setting}</TableHeaderCell>
          <TableHeaderCell className={styles.value}>{text.value}</TableHeaderCell>
          <TableHeaderCell>{text.meaning}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {names.map((name) => (
          <TableRow key={name}>
            <TableCell className={styles.cell}>{name}</TableCell>
            <TableCell className={styles.cell}>{propertyText(values[name])}</TableCell>
            <TableCell className={styles.cell}>
              <Body1 className={styles.quiet}>{meanings[name]}</Body1>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
