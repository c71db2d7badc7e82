import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import type { FieldProps } from '../fields/FieldProps';
import { PlainTextField } from '../fields/PlainTextField';
import { platformFieldsTranslationRef } from '../translation';
import { prefilled } from './prefilled';

/** Version of the app's chart. */
export const chartVersionField = createFormField({
  name: 'ChartVersionField',
  component: prefilled(ChartVersionField, app => app.charts[0]?.version),
});

function ChartVersionField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <PlainTextField
      fieldProps={props}
      label={t('chartVersion.label')}
      description={t('chartVersion.description')}
    />
  );
}
