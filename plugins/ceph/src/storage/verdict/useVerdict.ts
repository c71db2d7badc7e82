import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CephSummary } from '@internal/plugin-ceph-common';
import { cephTranslationRef } from '../../translation';
import { worstRisk } from './worstRisk';

/** How a Ceph cluster is, in one sentence. */
export function useVerdict(): (ceph: CephSummary) => string {
  const { t } = useTranslationRef(cephTranslationRef);
  return ({ health, reasons }) => {
    const risk = worstRisk(reasons);
    if (health === 'unknown') {
      return t('storage.verdict.unknown');
    }
    if (risk === 'none') {
      const isMuted = reasons.some(({ muted }) => muted);
      return t(
        health === 'ok' && isMuted
          ? 'storage.verdict.okMuted'
          : `storage.verdict.${health}`,
      );
    }
    return t(`storage.verdict.${risk}`);
  };
}
