import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import type { FieldProps } from '../fields/FieldProps';
import { PlainTextField } from '../fields/PlainTextField';
import { platformFieldsTranslationRef } from '../translation';

/** Where a chart comes from. */
export const chartRepositoryField = createFormField({
  name: 'ChartRepositoryField',
  component: ChartRepositoryField,
});

function ChartRepositoryField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <PlainTextField
      fieldProps={props}
      label={t('chartRepository.label')}
      description={t('chartRepository.description')}
    />
  );
}
