import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RelativeTime } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../../translation';
import styles from '../machine.module.css';

/** Warns that what follows is no longer current; nothing where it is. */
export function LastSaid({ at }: { at: string | undefined }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return at === undefined ? null : (
    <p className={styles.note}>
      {t('machine.lastSaid', { time: <RelativeTime value={at} /> })}
    </p>
  );
}
