import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { FieldCheck } from '@internal/plugin-change-requests-common';
import { platformFormApiRef } from '../api/PlatformFormApi';
import { parseFormValues } from '../fields/readFormValues';
import { toSentence } from './toSentence';

/**
 * Holds the page back while the server has an error to say of the field. A
 * server that cannot be asked holds nothing back: the review checks it all
 * again.
 */
export function validateByCheck(
  field: FieldCheck['field'],
): CustomFieldValidator<string | undefined> {
  return async (value, validation, { apiHolder, formData }) => {
    const { platform, owner, name, category } = parseFormValues(formData);
    if (!value || !platform) {
      return;
    }
    const result = await apiHolder
      .get(platformFormApiRef)
      ?.checkField({ platform, field, value, owner, app: name, category })
      .catch(() => undefined);
    for (const finding of result?.findings ?? []) {
      if (finding.severity === 'error') {
        validation.addError(toSentence(finding));
      }
    }
  };
}
