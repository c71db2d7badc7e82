import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useUnits } from '@internal/portal-ui';
import { Amount, ArchitectureShare } from '../fleet/sumNodes';
import { talosNodesTranslationRef } from '../translation';

/** Says what cores and memory the machines of an architecture add up to. */
export function useArchitectureWords() {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const units = useUnits();
  const unknown = ({ unknown: count }: Amount) =>
    count > 0
      ? ` (${t('amount.unknown', { count, number: units.number(count) })})`
      : '';
  return ({ cores, memoryBytes }: ArchitectureShare): string =>
    [
      cores.known > 0 &&
        t('amount.cores', {
          count: cores.sum,
          number: units.number(cores.sum),
        }) + unknown(cores),
      memoryBytes.known > 0 &&
        t('amount.usable', { amount: units.memoryBytes(memoryBytes.sum) }) +
          unknown(memoryBytes),
    ]
      .filter(Boolean)
      .join(' · ');
}
