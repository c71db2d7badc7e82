import {
  translationApiRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { platformFieldsTranslationRef } from '../translation';

export type Texts = TranslationFunction<
  (typeof platformFieldsTranslationRef)['T']
>;

/** What is wrong with one field of one row. */
export interface RowProblem<T> {
  index: number;
  field: keyof T;
  say: (t: Texts) => string;
}

/** Holds the page back while a row has a problem, and says which and why. */
export function validateRows<T>(
  findProblems: (rows: readonly T[]) => RowProblem<T>[],
): CustomFieldValidator<T[] | undefined> {
  return (rows, validation, { apiHolder }) => {
    const texts = apiHolder
      .get(translationApiRef)
      ?.getTranslation(platformFieldsTranslationRef);
    if (!texts?.ready) {
      return;
    }
    for (const problem of findProblems(rows ?? [])) {
      validation.addError(problem.say(texts.t));
    }
  };
}
