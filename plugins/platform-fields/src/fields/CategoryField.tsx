import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Select } from '@backstage/ui';
import { useChosenPlatform } from '../platforms/useChosenPlatform';
import { platformFieldsTranslationRef } from '../translation';
import type { FieldProps } from './FieldProps';
import { formErrorsOf } from './formErrorsOf';
import { readFormValues } from './readFormValues';
import { validateCategory } from './validateCategory';

/** Where apps of the platform lie in categories; out of sight elsewhere. */
export const categoryField = createFormField({
  name: 'CategoryField',
  component: CategoryField,
  validation: validateCategory,
});

function CategoryField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { platform } = readFormValues(props.formContext);
  const categories = useChosenPlatform(platform)?.categories ?? [];
  const { formErrors, formErrorsId } = formErrorsOf(props);
  if (categories.length === 0) return null;
  return (
    <Select
      id={props.idSchema.$id}
      label={t('category.label')}
      description={t('category.description')}
      secondaryLabel={t('field.required')}
      placeholder={t('category.placeholder')}
      options={categories.map(id => ({ id, label: id }))}
      value={props.formData ?? null}
      onChange={key => props.onChange(key === null ? undefined : String(key))}
      isRequired
      isDisabled={props.disabled}
      validationBehavior="aria"
      isInvalid={formErrors.length > 0}
      aria-describedby={formErrors.length > 0 ? formErrorsId : undefined}
    />
  );
}
