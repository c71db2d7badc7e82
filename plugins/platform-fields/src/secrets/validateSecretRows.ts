import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { platformFormApiRef } from '../api/PlatformFormApi';
import { toSentence } from '../check/toSentence';
import { parseFormValues } from '../fields/readFormValues';
import { validateRows } from '../rows/RowProblem';
import { platformFieldsTranslationRef } from '../translation';
import { findSecretProblems, type SecretRow } from './findSecretProblems';

const validateLocally = validateRows(findSecretProblems);

/** Checks every row here, and every key on the server where it answers. */
export const validateSecretRows: CustomFieldValidator<
  SecretRow[] | undefined
> = async (rows, validation, context) => {
  await validateLocally(rows, validation, context);
  const { apiHolder, formData } = context;
  const { platform, owner, name } = parseFormValues(formData);
  const formApi = apiHolder.get(platformFormApiRef);
  const texts = apiHolder
    .get(translationApiRef)
    ?.getTranslation(platformFieldsTranslationRef);
  if (!platform || !formApi || !texts?.ready) {
    return;
  }
  const answers = await Promise.all(
    (rows ?? []).map(async ({ key }) =>
      key
        ? formApi
            .checkField({
              platform,
              field: 'secretKey',
              value: key,
              owner,
              app: name,
            })
            .catch(() => undefined)
        : undefined,
    ),
  );
  for (const [index, answer] of answers.entries()) {
    for (const finding of answer?.findings ?? []) {
      if (finding.severity === 'error') {
        validation.addError(
          texts.t('secrets.checked', {
            number: String(index + 1),
            reason: toSentence(finding),
          }),
        );
      }
    }
  }
};
