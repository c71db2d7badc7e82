import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { healthChecks, toHealthCheckCode } from '@internal/plugin-ceph-common';
import { useLanguage } from '@internal/portal-ui';
import { cephTranslationRef } from '../../translation';
import translated from '../../translations/checks.en';

export interface CheckWords {
  title: string;
  meaning: string;
  nextStep: string;
  /** Whether they are in the reader's language; else they are English. */
  isTranslated: boolean;
}

/** Plain words for the code of a health check. */
export function useCheckWords(): (code: string) => CheckWords {
  const { t } = useTranslationRef(cephTranslationRef);
  const isEnglish = useLanguage() === 'en';
  return raw => {
    const code = toHealthCheckCode(raw);
    if (isTranslated(code)) {
      return {
        title: t(`checks.${code}.title`),
        meaning: t(`checks.${code}.meaning`),
        nextStep: t(`checks.${code}.nextStep`),
        isTranslated: true,
      };
    }
    const { title, meaning, nextStep } = healthChecks[code];
    return { title, meaning, nextStep, isTranslated: isEnglish };
  };
}

function isTranslated(code: string): code is keyof typeof translated {
  return Object.hasOwn(translated, code);
}
