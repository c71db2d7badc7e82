import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Volume } from '@internal/plugin-ceph-common';
import {
  EntityLink,
  Fact,
  FactList,
  SmallText,
  useUnits,
} from '@internal/portal-ui';
import { ReadingText } from '../sources/ReadingText';
import { cephTranslationRef } from '../translation';
import { NameList } from './NameList';
import styles from './volumes.module.css';

/** Everything known of a volume that its row has no room for. */
export function VolumeDetails({ volume }: { volume: Volume }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number, diskBytes } = useUnits();
  const { ceph, nfs } = volume;
  return (
    <FactList>
      <Fact name={t('volumes.details.name')}>
        <bdi>{volume.name}</bdi>
      </Fact>
      {volume.storageClass && (
        <Fact name={t('volumes.details.storageClass')}>
          <bdi>{volume.storageClass}</bdi>
        </Fact>
      )}
      <Fact name={t('volumes.details.accessModes')}>
        <NameList names={volume.accessModes} />
      </Fact>
      <Fact name={t('volumes.details.phase')}>
        <bdi>{volume.phase}</bdi>
      </Fact>
      <Fact name={t('volumes.details.pods')}>
        {volume.pods.length === 0 ? (
          <SmallText>{t('volumes.details.noPods')}</SmallText>
        ) : (
          <ul className={styles.list}>
            {volume.pods.map(({ namespace, name, node }) => (
              <li key={`${namespace} ${name}`}>
                {node ? (
                  t('volumes.details.podOn', {
                    pod: <bdi>{name}</bdi>,
                    node: <bdi>{node}</bdi>,
                  })
                ) : (
                  <bdi>{name}</bdi>
                )}
              </li>
            ))}
          </ul>
        )}
      </Fact>
      {volume.attachedTo.length > 0 && (
        <Fact name={t('volumes.details.attachedTo')}>
          <NameList names={volume.attachedTo} />
        </Fact>
      )}
      <Fact name={t('volumes.details.needed')}>
        <ReadingText reading={volume.redundancy}>
          {({ minCopies }) => number(minCopies)}
        </ReadingText>
      </Fact>
      <Fact name={t('volumes.details.free')}>
        <ReadingText reading={volume.freeBytes}>{diskBytes}</ReadingText>
      </Fact>
      {ceph && (
        <>
          <Fact name={t('volumes.details.ceph')}>
            <EntityLink entityRef={ceph.entityRef} />
          </Fact>
          <Fact name={t('volumes.details.pool')}>
            <bdi>{ceph.pool}</bdi>
          </Fact>
          {ceph.image && (
            <Fact name={t('volumes.details.image')}>
              <bdi>{ceph.image}</bdi>
            </Fact>
          )}
        </>
      )}
      {nfs && (
        <Fact name={t('volumes.details.nfs')}>
          <bdi>
            {nfs.server}:{nfs.path}
          </bdi>
        </Fact>
      )}
      <Fact name={t('volumes.details.backup')}>
        {volume.backup ? (
          <bdi>{volume.backup}</bdi>
        ) : (
          <SmallText>{t('volumes.details.noBackup')}</SmallText>
        )}
      </Fact>
    </FactList>
  );
}
