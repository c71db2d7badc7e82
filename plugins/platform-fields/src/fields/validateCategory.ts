import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { platformFormApiRef } from '../api/PlatformFormApi';
import { platformFieldsTranslationRef } from '../translation';
import { parseFormValues } from './readFormValues';

/** Asks for a category where the chosen platform has some. */
export const validateCategory: CustomFieldValidator<
  string | undefined
> = async (value, validation, { apiHolder, formData }) => {
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
};
