import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateByCheck } from '../check/validateByCheck';
import { platformFieldsTranslationRef } from '../translation';
import { CheckedFormField } from './CheckedFormField';
import type { FieldProps } from './FieldProps';

/** Where the login leads back to, on the host of the app. */
export const callbackPathField = createFormField({
  name: 'CallbackPathField',
  component: CallbackPathField,
  validation: validateByCheck('callbackPath'),
});

function CallbackPathField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <CheckedFormField
      fieldProps={props}
      field="callbackPath"
      label={t('callbackPath.label')}
      description={t('callbackPath.description')}
    />
  );
}
