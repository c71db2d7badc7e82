import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { StorageList } from '@internal/plugin-ceph-common';
import { EmptyState, useUnits } from '@internal/portal-ui';
import { RiQuestionLine } from '@remixicon/react';
import { clusterRouteRef } from '../../routes';
import { SourceNotices } from '../../sources/SourceNotices';
import { cephTranslationRef } from '../../translation';
import { isCephAbsent } from '../brief/isCephAbsent';
import styles from '../storage.module.css';

/** A cluster without Ceph, or of which it is not known. */
export function NoCeph(props: { storage: StorageList['items'][number] }) {
  const { platform, cluster, sources, volumes } = props.storage;
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const clusterRoute = useRouteRef(clusterRouteRef);
  const rook = sources.find(({ source }) => source === 'rook');
  return (
    <div className={styles.content}>
      <SourceNotices
        sources={sources.filter(({ state }) => state !== 'not-configured')}
      />
      {isCephAbsent(sources) ? (
        <EmptyState
          title={t('storage.noCeph.title')}
          description={t(
            rook?.state === 'absent'
              ? 'storage.noCeph.description'
              : 'storage.noCeph.notLookedFor',
            { cluster },
          )}
          action={
            <ButtonLink
              variant="secondary"
              href={`${clusterRoute?.({ platform, cluster }) ?? ''}/volumes`}
            >
              {t('storage.noCeph.volumes', {
                count: volumes,
                number: number(volumes),
              })}
            </ButtonLink>
          }
        />
      ) : (
        <EmptyState
          icon={<RiQuestionLine />}
          title={t('storage.noCeph.unknown')}
          description={t('storage.noCeph.unknownWhy')}
        />
      )}
    </div>
  );
}
