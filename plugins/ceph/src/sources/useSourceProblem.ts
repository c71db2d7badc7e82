import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SourceProblem, sourceProblems } from '@internal/plugin-ceph-common';
import { useLanguage, useUnits } from '@internal/portal-ui';
import { isolate } from '../frame/isolate';
import { cephTranslationRef } from '../translation';

/** What is wrong with a source and what to do, in words; a code of no list stands for itself. */
export function useSourceProblem() {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const language = useLanguage();
  return ({ code, values }: SourceProblem): string => {
    if (!Object.hasOwn(sourceProblems, code)) {
      return code;
    }
    const written = Object.entries(values).map(([name, value]) => [
      name,
      write(name, value),
    ]);
    return t(`sources.problem.${code}`, Object.fromEntries(written));
  };

  function write(name: string, value: string | number): string {
    if (typeof value === 'number') {
      return name === 'status' ? String(value) : number(value);
    }
    return isolate(name === 'time' ? writeTime(value) : value);
  }

  function writeTime(value: string): string {
    return new Intl.DateTimeFormat(language, {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(new Date(value));
  }
}
