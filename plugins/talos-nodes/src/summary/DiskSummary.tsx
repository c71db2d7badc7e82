import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  diskClassSchema,
  NodeSummary,
} from '@internal/plugin-talos-nodes-common';
import { useUnits } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../translation';
import { useNodeWords } from '../words/useNodeWords';
import styles from './summary.module.css';

/** Disk space by class. */
export function DiskSummary({ disks }: { disks: NodeSummary['disks'] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { diskBytes, number } = useUnits();
  const words = useNodeWords();
  if (disks.length === 0) {
    return <span className={styles.unknown}>{t('fact.unknown')}</span>;
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
        <span className={styles.kind}>
          {ofClass.length > 1
            ? t('amount.disks', { number: number(ofClass.length), kind })
            : kind}
        </span>
      </span>
    );
  });
}
