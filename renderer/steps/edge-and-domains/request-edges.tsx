import {
  Button,
  Caption1,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Add20Regular, Delete20Regular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { type WizardForm, listedNames } from '../../../core/wizard/form.ts';
import { compareEdges } from '../../../core/answers/access-edges.ts';
import { MAX_ACCESS_EDGES } from '../../../core/answers/answers-schema.ts';
import { edgesOfForm, withEdges } from '../../../core/wizard/edge-form.ts';
import { edgeFqdnPath } from '../../../core/answers/provisioning-problems.ts';
import { edgeText as text } from '../../../core/texts/pages/edge-and-domains.ts';
import { Section } from '../../components/section.tsx';
import { useField } from '../../hooks/use-field.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import { snapshotOf } from '../../state/state.ts';
import { edgePlace, knownEdges } from './domain-rows.ts';

const useStyles = makeStyles({
  edges: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  edge: { display: 'flex', alignItems: 'start', columnGap: tokens.spacingHorizontalM },
  fqdn: { width: '420px', minWidth: 0 },
  // Beside the input, below its label.
  beside: { marginTop: '26px', minHeight: '32px', display: 'flex', alignItems: 'center', whiteSpace: 'nowrap' },
  add: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2, flexBasis: '300px', flexGrow: 1 },
});

/** The external names of the Access Edges: one for nearly everybody, up to ten with domains of their own. */
export function AccessEdges() {
  const styles = useStyles();
  const { edit } = useActions();
  const form = useWizard((state) => state.form);
  const edges = edgesOfForm(form.request);
  const add = () =>
    edit((present) => withEdges(present, [...edgesOfForm(present.request), { fqdn: '', sipDomains: '' }]));
  return (
    <Section title={text.edges}>
      <div className={styles.edges}>
        {edges.map((_, position) => (
          // An Access Edge has no identity but its place: its name is what is being typed.
          // oxlint-disable-next-line react/no-array-index-key
          <EdgeField key={position} position={position} />
        ))}
        <TopologyDifference fqdns={edges.map(({ fqdn }) => fqdn.trim())} />
        {edges.length < MAX_ACCESS_EDGES && (
          <div className={styles.add}>
            <Button icon={<Add20Regular />} onClick={add}>
              {text.addEdge}
            </Button>
            <Caption1 className={styles.quiet}>{text.addEdgeHint}</Caption1>
          </div>
        )}
      </div>
    </Section>
  );
}

function EdgeField({ position }: { readonly position: number }) {
  const styles = useStyles();
  const { edit } = useActions();
  const form = useWizard((state) => state.form);
  const prefilled = useWizard((state) => state.prefilled.accessEdgeFqdn);
  const place = edgePlace(form, position);
  const { id, onBlur, validation } = useField(edgeFqdnPath(place));
  const edge = edgesOfForm(form.request)[position];
  if (!edge) return null;
  const isPrefilled = edge.fqdn !== '' && edge.fqdn === prefilled;
  return (
    <div className={styles.edge}>
      <Field
        className={styles.fqdn}
        label={place === null ? text.fqdn : text.fqdnNumbered(position + 1)}
        hint={position > 0 ? null : isPrefilled ? `${text.fqdnHint} ${text.fromDeployment}` : text.fqdnHint}
        required
        {...validation}
      >
        <Input
          id={id}
          value={edge.fqdn}
          spellCheck={false}
          autoComplete="off"
          onBlur={onBlur}
          onChange={(_, { value }) => edit((present) => renamed(present, position, value))}
        />
      </Field>
      {place !== null && <BesideEdge position={position} count={listedNames(edge.sipDomains).length} />}
    </div>
  );
}

/** Where there are several: how many domains each has, and a way to do without all but the first. */
function BesideEdge({ position, count }: { readonly position: number; readonly count: number }) {
  const styles = useStyles();
  const { edit } = useActions();
  return (
    <>
      <Caption1 className={styles.beside}>{text.edgeDomains(count)}</Caption1>
      {position > 0 && (
        <div className={styles.beside}>
          <Button
            appearance="subtle"
            icon={<Delete20Regular />}
            aria-label={text.removeEdgeNamed(position + 1)}
            onClick={() => edit((present) => without(present, position))}
          >
            {text.removeEdge}
          </Button>
        </div>
      )}
    </>
  );
}

function renamed(form: WizardForm, position: number, fqdn: string): WizardForm {
  const edges = edgesOfForm(form.request);
  return withEdges(
    form,
    edges.map((edge, index) => (index === position ? { ...edge, fqdn } : edge)),
  );
}

function without(form: WizardForm, position: number): WizardForm {
  return withEdges(
    form,
    edgesOfForm(form.request).filter((_, index) => index !== position),
  );
}

/** Says where the names differ from the Access Edges that the topology has. */
function TopologyDifference({ fqdns }: { readonly fqdns: readonly string[] }) {
  const snapshot = useWizard(snapshotOf);
  const topology = useMemo(() => knownEdges(snapshot), [snapshot]);
  const { notInTopology, notInRequest } = compareEdges(fqdns, topology);
  const lines = [
    ...(notInTopology.length > 0 ? [text.notInTopology(notInTopology)] : []),
    ...(notInRequest.length > 0 ? [text.notInRequest(notInRequest)] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text.differsTitle}</MessageBarTitle>
        {lines.join(' ')}
      </MessageBarBody>
    </MessageBar>
  );
}
