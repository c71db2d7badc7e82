import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Disk, UnknownReason } from '@internal/plugin-talos-nodes-common';
import { useUnits } from '@internal/portal-ui';
import { ListNote } from '../../facts/ListNote';
import { talosNodesTranslationRef } from '../../translation';
import { PartitionFacts } from './PartitionFacts';
import styles from './hardware.module.css';

/** As many fills as tell apart without their colours. */
const fills = 5;
/** Gaps between partitions are no free space. */
const smallestFreeShare = 0.005;

/** The partitions of a disk by size; the list under the bar says all that it shows. */
export function DiskPicture(props: {
  disk: Disk;
  /** Why nobody told its partitions. */
  unread?: UnknownReason;
}) {
  const { disk, unread } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { diskBytes } = useUnits();
  const { partitions, sizeBytes } = disk;
  if (partitions.length === 0) {
    return <ListNote unread={unread} none={t('hardware.noPartitions')} />;
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
            <PartitionFacts partition={partition} />
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
