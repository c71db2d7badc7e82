import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { parseFormValues } from '../fields/readFormValues';
import { platformFieldsTranslationRef } from '../translation';

/** Holds the form back until the name of the chosen app is typed. */
export const validateConfirmation: CustomFieldValidator<string | undefined> = (
  value,
  validation,
  { apiHolder, formData },
) => {
  const { name } = parseFormValues(formData);
  const texts = apiHolder
    .get(translationApiRef)
    ?.getTranslation(platformFieldsTranslationRef);
  if (texts?.ready && name !== undefined && value !== name) {
    validation.addError(texts.t('confirmation.wrong', { app: name }));
  }
};
