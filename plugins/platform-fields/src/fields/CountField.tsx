import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NumberField } from '@backstage/ui';
import { platformFieldsTranslationRef } from '../translation';
import type { FieldProps } from './FieldProps';
import { formErrorsOf } from './formErrorsOf';

/** A whole number within the bounds of its schema. */
export function CountField(props: {
  fieldProps: FieldProps<number>;
  label: string;
  description: string;
}) {
  const { fieldProps, label, description } = props;
  const { schema, formData, onChange } = fieldProps;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { formErrors, formErrorsId } = formErrorsOf(fieldProps);
  return (
    <NumberField
      id={fieldProps.idSchema.$id}
      label={label}
      description={description}
      secondaryLabel={fieldProps.required ? t('field.required') : undefined}
      value={formData ?? Number.NaN}
      onChange={value => onChange(Number.isNaN(value) ? undefined : value)}
      minValue={schema.minimum}
      maxValue={schema.maximum}
      step={1}
      formatOptions={{ useGrouping: false }}
      isRequired={fieldProps.required}
      isDisabled={fieldProps.disabled}
      validationBehavior="aria"
      isInvalid={formErrors.length > 0}
      aria-describedby={formErrors.length > 0 ? formErrorsId : undefined}
    />
  );
}
