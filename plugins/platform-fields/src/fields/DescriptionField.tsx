import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import { platformFieldsTranslationRef } from '../translation';
import type { FieldProps } from './FieldProps';
import { formErrorsOf } from './formErrorsOf';

/** What a service is for. */
export const descriptionField = createFormField({
  name: 'DescriptionField',
  component: DescriptionField,
});

function DescriptionField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { formErrors, formErrorsId } = formErrorsOf(props);
  return (
    <TextField
      id={props.idSchema.$id}
      label={t('description.label')}
      description={t('description.description')}
      value={props.formData ?? ''}
      onChange={text => props.onChange(text === '' ? undefined : text)}
      maxLength={props.schema.maxLength}
      isDisabled={props.disabled}
      validationBehavior="aria"
      isInvalid={formErrors.length > 0}
      aria-describedby={formErrors.length > 0 ? formErrorsId : undefined}
    />
  );
}
