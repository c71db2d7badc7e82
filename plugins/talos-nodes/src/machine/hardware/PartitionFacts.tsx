import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Disk } from '@internal/plugin-talos-nodes-common';
import { ProgressBar, SmallText, useUnits } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../../translation';
import styles from './hardware.module.css';

/** What a partition is, and how full where it is mounted. */
export function PartitionFacts(props: {
  partition: Disk['partitions'][number];
}) {
  const { partition } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { diskBytes, percent } = useUnits();
  const { name, label, volume, sizeBytes, content, volumePhase, mount } =
    partition;
  const use =
    mount && mount.sizeBytes > 0
      ? mount.usedBytes / mount.sizeBytes
      : undefined;
  return (
    <div className={styles.partition}>
      <span>
        <bdi>{volume ?? label ?? name}</bdi> {diskBytes(sizeBytes)}{' '}
        <SmallText>
          <bdi>{[name, content, volumePhase].filter(Boolean).join(' · ')}</bdi>
        </SmallText>
      </span>
      {mount && use !== undefined && (
        <>
          <ProgressBar
            label={t('hardware.useOf', { path: mount.path })}
            value={use}
          />
          <SmallText>
            {t('hardware.use', {
              share: percent(use),
              used: diskBytes(mount.usedBytes),
              total: diskBytes(mount.sizeBytes),
            })}{' '}
            <code dir="ltr">{mount.path}</code>
          </SmallText>
        </>
      )}
    </div>
  );
}
