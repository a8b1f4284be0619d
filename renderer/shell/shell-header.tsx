import { Badge, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { shellText } from '../../core/texts/pages/shell.ts';
import { PREPARED_PRODUCTS, isPreparedProduct } from '../../core/deployment/products.ts';
import type { WizardState } from '../state/state.ts';
import { useWizard } from '../hooks/wizard-context.tsx';

const useStyles = makeStyles({
  header: {
    gridArea: 'header',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  deployment: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
});

/** The product's name, and which deployment the wizard works on. */
export function ShellHeader() {
  const styles = useStyles();
  const mode = useWizard((state) => state.mode);
  const product = useWizard(productName);
  return (
    <header className={styles.header}>
      <Subtitle2>{shellText.product}</Subtitle2>
      <span className={styles.deployment}>
        {product !== '' && <span>{product}</span>}
        <Badge
          appearance={mode === 'local' ? 'filled' : 'outline'}
          color={mode === 'local' ? 'brand' : 'informative'}
          size="large"
        >
          {mode === null ? shellText.noMode : shellText.modes[mode]}
        </Badge>
      </span>
    </header>
  );
}

function productName({ mode, preparedProduct, deployment }: WizardState): string {
  if (mode === 'prepare') return isPreparedProduct(preparedProduct) ? PREPARED_PRODUCTS[preparedProduct].name : '';
  return deployment.status === 'ready' || deployment.status === 'reading'
    ? deployment.connected.connection.product.name
    : '';
}
