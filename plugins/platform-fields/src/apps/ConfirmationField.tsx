import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import type { FieldProps } from '../fields/FieldProps';
import { formErrorsOf } from '../fields/formErrorsOf';
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
  const { formErrors, formErrorsId } = formErrorsOf(props);
  return (
    <TextField
      id={props.idSchema.$id}
      label={t('confirmation.label')}
      description={
        name
          ? t('confirmation.description', { app: name })
          : t('confirmation.descriptionWithoutApp')
      }
      secondaryLabel={t('field.required')}
      value={props.formData ?? ''}
      onChange={value => props.onChange(value === '' ? undefined : value)}
      isRequired={props.required}
      isDisabled={props.disabled}
      autoComplete="off"
      spellCheck="false"
      validationBehavior="aria"
      isInvalid={formErrors.length > 0}
      aria-describedby={formErrors.length > 0 ? formErrorsId : undefined}
    />
  );
}
