import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import type { FieldProps } from '../fields/FieldProps';
import { PlainTextField } from '../fields/PlainTextField';
import { platformFieldsTranslationRef } from '../translation';

/** Heading of a dashboard that a link stands under. */
export const dashboardGroupField = createFormField({
  name: 'DashboardGroupField',
  component: DashboardGroupField,
});

function DashboardGroupField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <PlainTextField
      fieldProps={props}
      label={t('dashboardGroup.label')}
      description={t('dashboardGroup.description')}
    />
  );
}
