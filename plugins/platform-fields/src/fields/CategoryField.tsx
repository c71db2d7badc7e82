import {
  translationApiRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Select } from '@backstage/ui';
import { platformFormApiRef } from '../api/PlatformFormApi';
import { useChosenPlatform } from '../platforms/useChosenPlatform';
import { platformFieldsTranslationRef } from '../translation';
import type { FieldProps } from './FieldProps';
import { formErrorsOf } from './formErrorsOf';
import { parseFormValues, readFormValues } from './readFormValues';

/** Where apps of the platform lie in categories; out of sight elsewhere. */
export const categoryField = createFormField<string>({
  name: 'CategoryField',
  component: CategoryField,
  validation: async (value, validation, { apiHolder, formData }) => {
    const { platform } = parseFormValues(formData);
    const platforms = await apiHolder
      .get(platformFormApiRef)
      ?.listPlatforms()
      .catch(() => []);
    const { categories = [] } =
      platforms?.find(({ id }) => id === platform) ?? {};
    const texts = apiHolder
      .get(translationApiRef)
      ?.getTranslation(platformFieldsTranslationRef);
    if (categories.length > 0 && value === undefined && texts?.ready) {
      validation.addError(texts.t('category.missing'));
    }
  },
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
