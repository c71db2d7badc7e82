import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import type { FieldProps } from '../fields/FieldProps';
import { PlainTextField } from '../fields/PlainTextField';
import { platformFieldsTranslationRef } from '../translation';

/** What a dashboard calls an app. */
export const dashboardTitleField = createFormField({
  name: 'DashboardTitleField',
  component: DashboardTitleField,
});

function DashboardTitleField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <PlainTextField
      fieldProps={props}
      label={t('dashboardTitle.label')}
      description={t('dashboardTitle.description')}
    />
  );
}
