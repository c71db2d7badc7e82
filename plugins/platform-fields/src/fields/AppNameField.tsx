import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateByCheck } from '../check/validateByCheck';
import { platformFieldsTranslationRef } from '../translation';
import { CheckedFormField } from './CheckedFormField';
import type { FieldProps } from './FieldProps';

/** Name of a new app, checked against every app there is. */
export const appNameField = createFormField({
  name: 'AppNameField',
  component: AppNameField,
  validation: validateByCheck('app'),
});

function AppNameField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <CheckedFormField
      fieldProps={props}
      field="app"
      label={t('name.label')}
      description={t('name.description')}
    />
  );
}
