import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { StorageSourceState } from '@internal/plugin-ceph-common';
import { SourceNotices } from '../../sources/SourceNotices';
import { cephTranslationRef } from '../../translation';

/** What of Ceph is old or missing, and how the missing part is added. */
export function CephNotices(props: { sources: readonly StorageSourceState[] }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const manager = props.sources.find(({ source }) => source === 'ceph-manager');
  return (
    <>
      <SourceNotices
        sources={props.sources.filter(
          ({ state }) => state !== 'not-configured',
        )}
      />
      {(!manager || manager.state === 'not-configured') && (
        <Alert
          role="status"
          status="info"
          icon
          title={t('storage.noManager.title')}
          description={t('storage.noManager.description')}
        />
      )}
    </>
  );
}
