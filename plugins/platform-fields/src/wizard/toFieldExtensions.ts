import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import type { FormField } from '@backstage/plugin-scaffolder-react/alpha';

/**
 * The scaffolder's form takes field extensions, while its API hands out opaque
 * form fields; a form field carries the same properties.
 */
export function toFieldExtensions(
  fields: readonly FormField[],
): FieldExtensionOptions[] {
  return fields.filter(isFieldExtension);
}

function isFieldExtension(
  field: FormField,
): field is FormField & FieldExtensionOptions {
  return (
    'name' in field &&
    typeof field.name === 'string' &&
    'component' in field &&
    typeof field.component === 'function' &&
    (!('validation' in field) ||
      field.validation === undefined ||
      typeof field.validation === 'function')
  );
}
