import type { FieldCheck } from '@internal/plugin-change-requests-common';
import { CheckedTextField } from '../check/CheckedTextField';
import type { FieldProps } from './FieldProps';
import { formErrorsOf } from './formErrorsOf';
import { readFormValues } from './readFormValues';

/** A text of the form, checked in the light of the other fields. */
export function CheckedFormField(props: {
  fieldProps: FieldProps<string>;
  field: FieldCheck['field'];
  label: string;
  description: string;
  suggestions?: readonly string[];
  /** Offer completions, also before anything is typed. */
  completes?: boolean;
}) {
  const { fieldProps, field, ...texts } = props;
  const { platform, owner, name, category } = readFormValues(
    fieldProps.formContext,
  );
  const value = fieldProps.formData ?? '';
  return (
    <CheckedTextField
      {...texts}
      {...formErrorsOf(fieldProps)}
      id={fieldProps.idSchema.$id}
      value={value}
      onChange={fieldProps.onChange}
      isRequired={fieldProps.required}
      isDisabled={fieldProps.disabled}
      check={
        platform && (value || props.completes)
          ? { platform, field, value, owner, app: name, category }
          : undefined
      }
    />
  );
}
