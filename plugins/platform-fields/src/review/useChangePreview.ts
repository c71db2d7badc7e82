import { ServiceUnavailableError } from '@backstage/errors';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import type { JsonObject } from '@backstage/types';
import {
  previewSchema,
  type Preview,
} from '@internal/plugin-change-requests-common';
import { useAsyncData, type AsyncResult } from '@internal/portal-ui';
import { platformFieldsTranslationRef } from '../translation';

const deadlineMilliseconds = 30_000;

/** The very change: what the template's own steps say in a dry run. */
export function useChangePreview(
  template: TemplateEntityV1beta3,
  values: JsonObject,
): AsyncResult<Preview> {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const scaffolderApi = useApi(scaffolderApiRef);
  return useAsyncData({
    key: JSON.stringify(values),
    load: async () => {
      const answer = await withDeadline(
        scaffolderApi.dryRun({ template, values, directoryContents: [] }),
        t('review.deadline'),
      );
      const preview = previewSchema.safeParse(answer.output?.preview);
      if (!preview.success) {
        throw new Error(t('review.noPreview'));
      }
      return preview.data;
    },
  });
}

/** The scaffolder's client takes no signal, so the answer is given up on. */
async function withDeadline<T>(answer: Promise<T>, late: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ServiceUnavailableError(late)),
      deadlineMilliseconds,
    );
  });
  try {
    return await Promise.race([answer, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
