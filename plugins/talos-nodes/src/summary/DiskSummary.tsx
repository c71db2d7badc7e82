import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  diskClassSchema,
  NodeSummary,
} from '@internal/plugin-talos-nodes-common';
import { useUnits } from '@internal/portal-ui';
import { Unknown } from '../facts/Unknown';
import { talosNodesTranslationRef } from '../translation';
import { useNodeWords } from '../words/useNodeWords';
import styles from './summary.module.css';

/** Disk space by class. */
export function DiskSummary({ node }: { node: NodeSummary }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { diskBytes, number } = useUnits();
  const words = useNodeWords();
  const { disks, unread } = node;
  if (unread?.disks) {
    return <Unknown reason={unread.disks} />;
  }
  if (disks.length === 0) {
    return <span className={styles.kind}>{t('amount.noDisks')}</span>;
  }
  return diskClassSchema.options.map(name => {
    const ofClass = disks.filter(disk => disk.class === name);
    if (ofClass.length === 0) {
      return null;
    }
    const bytes = ofClass.reduce((sum, disk) => sum + disk.sizeBytes, 0);
    const kind = words.diskClass(name);
    return (
      <span key={name}>
        {diskBytes(bytes)}{' '}
        <bdi className={styles.kind}>
          {ofClass.length > 1
            ? t('amount.disks', { number: number(ofClass.length), kind })
            : kind}
        </bdi>
      </span>
    );
  });
}
