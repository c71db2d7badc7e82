import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Disk } from '@internal/plugin-talos-nodes-common';
import { SmallText, useUnits } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../../translation';
import styles from './hardware.module.css';

/** As many fills as tell apart without their colours. */
const fills = 5;
/** Gaps between partitions are no free space. */
const smallestFreeShare = 0.005;

/** The partitions of a disk by size; the list under the bar says all that it shows. */
export function DiskPicture({ disk }: { disk: Disk }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { diskBytes } = useUnits();
  const { partitions, sizeBytes } = disk;
  if (partitions.length === 0) {
    return <p className={styles.note}>{t('hardware.noPartitions')}</p>;
  }
  const taken = partitions.reduce((sum, part) => sum + part.sizeBytes, 0);
  const free = sizeBytes - taken;
  const hasFree = free > sizeBytes * smallestFreeShare;
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {partitions.map((partition, index) => (
          <span
            key={partition.name}
            className={styles.share}
            data-fill={index % fills}
            style={{ flexGrow: partition.sizeBytes }}
          />
        ))}
        {hasFree && (
          <span
            className={styles.share}
            data-fill="free"
            style={{ flexGrow: free }}
          />
        )}
      </div>
      <ul
        className={styles.legend}
        aria-label={t('hardware.partitions', { disk: disk.name })}
      >
        {partitions.map((partition, index) => (
          <li key={partition.name} className={styles.legendEntry}>
            <span
              className={styles.swatch}
              data-fill={index % fills}
              aria-hidden="true"
            />
            <span>
              <bdi>{partition.volume ?? partition.label ?? partition.name}</bdi>{' '}
              {diskBytes(partition.sizeBytes)}{' '}
              <SmallText>
                <bdi>
                  {[partition.name, partition.content, partition.volumePhase]
                    .filter(Boolean)
                    .join(' · ')}
                </bdi>
              </SmallText>
            </span>
          </li>
        ))}
        {hasFree && (
          <li className={styles.legendEntry}>
            <span
              className={styles.swatch}
              data-fill="free"
              aria-hidden="true"
            />
            <span>
              {t('hardware.free')} {diskBytes(free)}
            </span>
          </li>
        )}
      </ul>
    </>
  );
}
