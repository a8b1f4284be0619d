import { Badge, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { edgeText as text } from '../../../core/texts/pages/edge-and-domains.ts';
import type { DomainColumn, DomainRow } from '../../components/domain-grid-parts.tsx';

const useCellStyles = makeStyles({
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  second: { color: tokens.colorNeutralForeground3 },
  note: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    lineHeight: tokens.lineHeightBase200,
  },
  problem: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
});

/** The columns of the table of SIP domains; where they belong to several Access Edges, each row says to which. */
export function columnsOf(hasEdges: boolean): readonly DomainColumn[] {
  const { domain, edge, deployment, note } = text.columns;
  return [
    { id: 'domain', label: domain, width: 'minmax(0, 1.9fr)', renderCell: (row) => <DomainCell row={row} /> },
    ...(hasEdges
      ? [
          {
            id: 'edge',
            label: edge,
            width: 'minmax(0, 1.5fr)',
            renderCell: ({ edgeName }: DomainRow) => <EllipsisCell value={edgeName} />,
          },
        ]
      : []),
    {
      id: 'deployment',
      label: deployment,
      width: '112px',
      renderCell: ({ inDeployment }) =>
        inDeployment === 'default' ? (
          <Badge appearance="tint">{text.inDeployment.default}</Badge>
        ) : (
          text.inDeployment[inDeployment]
        ),
    },
    { id: 'note', label: note, width: 'minmax(0, 1.5fr)', renderCell: (row) => <NoteCell row={row} /> },
  ];
}

function DomainCell({ row: { domain, unicode } }: { readonly row: DomainRow }) {
  const styles = useCellStyles();
  if (unicode === domain) return <EllipsisCell value={domain} />;
  return (
    <>
      <div className={styles.line} title={unicode}>
        {unicode}
      </div>
      <Caption1 block className={mergeClasses(styles.line, styles.second)} title={domain}>
        {domain}
      </Caption1>
    </>
  );
}

function EllipsisCell({ value }: { readonly value: string }) {
  const styles = useCellStyles();
  return (
    <div className={styles.line} title={value}>
      {value}
    </div>
  );
}

function NoteCell({ row: { note } }: { readonly row: DomainRow }) {
  const styles = useCellStyles();
  if (note === null) return null;
  return (
    <Caption1
      className={mergeClasses(styles.note, note.isProblem ? styles.problem : styles.warning)}
      title={note.message}
    >
      {note.message}
    </Caption1>
  );
}
