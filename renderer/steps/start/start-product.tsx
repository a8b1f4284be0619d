import { Field, Select, makeStyles } from '@fluentui/react-components';
import { startText } from '../../../core/texts/pages/start.ts';
import { PREPARED_PRODUCTS, PREPARED_PRODUCT_IDS, isPreparedProduct } from '../../../core/deployment/products.ts';
import { useField } from '../../hooks/use-field.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';

const useStyles = makeStyles({ product: { maxWidth: '480px' } });

/** The product that a script is prepared for. */
export function ProductChoice() {
  const styles = useStyles();
  const { chooseProduct } = useActions();
  const product = useWizard((state) => state.preparedProduct);
  const { id, onBlur, validation } = useField('$.preparedProduct');
  return (
    <Field label={startText.product} hint={startText.productHint} className={styles.product} {...validation}>
      <Select id={id} value={product} onBlur={onBlur} onChange={(_, { value }) => chooseProduct(value)}>
        <option value="">{startText.chooseProduct}</option>
        {PREPARED_PRODUCT_IDS.filter(isPreparedProduct).map((one) => (
          <option key={one} value={one}>
            {PREPARED_PRODUCTS[one].name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
