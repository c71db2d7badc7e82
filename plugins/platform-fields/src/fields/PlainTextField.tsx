import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { platformFieldsTranslationRef } from '../translation';
import type { FieldProps } from './FieldProps';
import { formErrorsOf } from './formErrorsOf';

/** A text of the form that is checked with the whole change only. */
export function PlainTextField(props: {
  fieldProps: FieldProps<string>;
  label: string;
  description: string;
}) {
  const { fieldProps, label, description } = props;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { formErrors, formErrorsId } = formErrorsOf(fieldProps);
  return (
    <TextField
      id={fieldProps.idSchema.$id}
      label={label}
      description={description}
      secondaryLabel={fieldProps.required ? t('field.required') : undefined}
      value={fieldProps.formData ?? ''}
      onChange={value => fieldProps.onChange(value === '' ? undefined : value)}
      isRequired={fieldProps.required}
      isDisabled={fieldProps.disabled}
      autoComplete="off"
      spellCheck="false"
      validationBehavior="aria"
      isInvalid={formErrors.length > 0}
      aria-describedby={formErrors.length > 0 ? formErrorsId : undefined}
    />
  );
}
