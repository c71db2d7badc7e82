import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { storageReadPermission } from '@internal/plugin-ceph-common';
import { AsyncContent, RowsSkeleton, Section } from '@internal/portal-ui';
import { ChainContent } from '../chain/ChainContent';
import { chainOfEntity } from '../chain/chainOfEntity';
import { SourceNotices } from '../sources/SourceNotices';
import { cephTranslationRef } from '../translation';
import { NoVolumes } from './NoVolumes';
import { useAppVolumes } from './useAppVolumes';
import { VolumeTable } from './VolumeTable';
import styles from './volumes.module.css';

/** Where an app's data lives: its volumes, and the chain from the machines to it. */
export function EntityAppStorage() {
  const { t } = useTranslationRef(cephTranslationRef);
  const { entity } = useEntity();
  const result = useAppVolumes(entity);
  const hasVolumes = result.status === 'ready' && result.data.total > 0;
  return (
    <div className={styles.content}>
      <Section title={t('volumes.app.title')}>
        <AsyncContent
          result={result}
          permission={storageReadPermission.name}
          skeleton={<RowsSkeleton />}
        >
          {({ items, sources }) => (
            <div className={styles.content}>
              <SourceNotices sources={sources} />
              {items.length === 0 ? (
                <NoVolumes />
              ) : (
                <VolumeTable volumes={items} />
              )}
            </div>
          )}
        </AsyncContent>
      </Section>
      {hasVolumes && (
        <Section title={t('volumes.app.chain')}>
          <ChainContent
            query={chainOfEntity(entity)}
            here={stringifyEntityRef(entity)}
          />
        </Section>
      )}
    </div>
  );
}
