import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import type { FieldProps } from '../fields/FieldProps';
import { PlainTextField } from '../fields/PlainTextField';
import { platformFieldsTranslationRef } from '../translation';

/** Name of a chart in its repository. */
export const chartNameField = createFormField({
  name: 'ChartNameField',
  component: ChartNameField,
});

function ChartNameField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <PlainTextField
      fieldProps={props}
      label={t('chartName.label')}
      description={t('chartName.description')}
    />
  );
}
