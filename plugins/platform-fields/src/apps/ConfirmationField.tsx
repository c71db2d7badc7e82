import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import type { FieldProps } from '../fields/FieldProps';
import { PlainTextField } from '../fields/PlainTextField';
import { readFormValues } from '../fields/readFormValues';
import { platformFieldsTranslationRef } from '../translation';
import { validateConfirmation } from './validateConfirmation';

/** The name of the app once more, typed by hand, before it is taken away. */
export const confirmationField = createFormField({
  name: 'ConfirmationField',
  component: ConfirmationField,
  validation: validateConfirmation,
});

function ConfirmationField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { name } = readFormValues(props.formContext);
  return (
    <PlainTextField
      fieldProps={props}
      label={t('confirmation.label')}
      description={
        name
          ? t('confirmation.description', { app: name })
          : t('confirmation.descriptionWithoutApp')
      }
    />
  );
}
