import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Disk, NodeSummary } from '@internal/plugin-talos-nodes-common';
import { Section } from '@internal/portal-ui';
import { ListNote } from '../../facts/ListNote';
import { talosNodesTranslationRef } from '../../translation';
import { DiskPicture } from './DiskPicture';
import { DiskFacts } from './DiskFacts';
import { DiskHeader } from './DiskHeader';
import styles from './hardware.module.css';

/** Disks with what lies on them. */
export function DisksSection(props: {
  disks: Disk[];
  unread: NodeSummary['unread'];
}) {
  const { disks, unread } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return (
    <Section title={t('hardware.disks')}>
      {disks.length === 0 ? (
        <ListNote unread={unread?.disks} none={t('hardware.noDisks')} />
      ) : (
        <ul className={styles.disks}>
          {disks.map(disk => (
            <li key={disk.name} className={styles.disk}>
              <DiskHeader disk={disk} />
              {disk.class !== 'optical' && (
                <DiskPicture disk={disk} unread={unread?.partitions} />
              )}
              <DiskFacts disk={disk} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
