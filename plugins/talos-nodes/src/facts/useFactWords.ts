import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Fact } from '@internal/plugin-talos-nodes-common';
import { talosNodesTranslationRef } from '../translation';

/** Says where a fact is known from, or why it is not known. */
export function useFactWords() {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return (fact: Fact<unknown>): string => {
    if (!fact.known) {
      return t(`reason.${fact.reason}`);
    }
    const source = t(`source.${fact.source}`);
    return fact.raw === undefined
      ? t('fact.source', { source })
      : t('fact.raw', { source, raw: fact.raw });
  };
}
