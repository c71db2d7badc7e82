import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { CephSummary } from '@internal/plugin-ceph-common';
import { SourceNotices } from '../../sources/SourceNotices';
import { cephTranslationRef } from '../../translation';
import { ExternalNotice } from './ExternalNotice';

/** What of Ceph is old or missing, and where the missing part is, or how it is added. */
export function CephNotices({ ceph }: { ceph: CephSummary }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const manager = ceph.sources.find(({ source }) => source === 'ceph-manager');
  const isWithoutManager = !manager || manager.state === 'not-configured';
  const noManager = (
    <Alert
      role="status"
      status="info"
      icon
      title={t('storage.noManager.title')}
      description={t('storage.noManager.description')}
    />
  );
  return (
    <>
      <SourceNotices
        sources={ceph.sources.filter(({ state }) => state !== 'not-configured')}
      />
      {isWithoutManager &&
        (ceph.external ? (
          <ExternalNotice ceph={ceph}>{noManager}</ExternalNotice>
        ) : (
          noManager
        ))}
    </>
  );
}
