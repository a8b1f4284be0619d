import {
  Field,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Switch,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import { pickProperties } from '../../core/plan/properties.ts';
import { accessEdgeText as text } from '../../core/texts/pages/access-edge.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { ValueText } from '../components/value-text.tsx';
import { snapshotOf } from '../state/state.ts';
import { useField } from '../hooks/use-field.ts';
import { useFlush } from '../components/use-flush.ts';
import { StepPage } from '../shell/step-page.tsx';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

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
  const flush = useFlush();
  const { edit } = useActions();
  const isWanted = useWizard((state) => state.form.accessEdge.allowFederatedUsers);
  const { id, onBlur, validation } = useField('$.accessEdge.allowFederatedUsers');
  const present = isOnAtPresent === null ? '' : ` ${text.present(isOnAtPresent)}`;
  return (
    <Field hint={`${text.switchHint}${present}`} {...validation}>
      <Switch
        className={flush.control}
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
    <DataTable
      label={text.others}
      rows={names}
      keyOf={(name) => name}
      columns={[
        { label: text.setting, size: 'wide', renderCell: (name) => name },
        { label: text.value, renderCell: (name) => <ValueText value={values[name]} /> },
        {
          label: text.meaning,
          size: 'wide',
          renderCell: (name) => <span className={styles.quiet}>{meanings[name]}</span>,
        },
      ]}
    />
  );
}
