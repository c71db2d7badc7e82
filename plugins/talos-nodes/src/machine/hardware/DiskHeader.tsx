import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { Disk } from '@internal/plugin-talos-nodes-common';
import { StatusLabel, useUnits } from '@internal/portal-ui';
import { RiInstallLine, RiLockLine } from '@remixicon/react';
import { talosNodesTranslationRef } from '../../translation';
import { useNodeWords } from '../../words/useNodeWords';
import styles from './hardware.module.css';

/** Which disk it is, how big, and what is special about it. */
export function DiskHeader({ disk }: { disk: Disk }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { diskBytes } = useUnits();
  const words = useNodeWords();
  return (
    <div className={styles.diskHeader}>
      <Text as="h4" variant="body-large" weight="bold">
        <bdi>{disk.name}</bdi>
      </Text>
      <span>
        {diskBytes(disk.sizeBytes)} {words.diskClass(disk.class)}
        {disk.model.known && (
          <>
            {' · '}
            <bdi>{disk.model.value}</bdi>
          </>
        )}
      </span>
      {disk.system && (
        <StatusLabel tone="announcement" shape={RiInstallLine}>
          {t('hardware.system')}
        </StatusLabel>
      )}
      {disk.readOnly && (
        <StatusLabel tone="neutral" shape={RiLockLine}>
          {t('hardware.readOnly')}
        </StatusLabel>
      )}
      {disk.healthy.known && (
        <StatusLabel tone={disk.healthy.value ? 'positive' : 'negative'}>
          {t(disk.healthy.value ? 'hardware.healthy' : 'hardware.failing')}
        </StatusLabel>
      )}
    </div>
  );
}
