import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { UnknownReason } from '@internal/plugin-talos-nodes-common';
import { talosNodesTranslationRef } from '../translation';
import styles from './facts.module.css';

/** Stands for what is not known where there is little room: the reason shows by hovering. */
export function Unknown({ reason }: { reason: UnknownReason }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const words = t(`reason.${reason}`);
  return (
    <span title={words} className={styles.unknown}>
      {t('fact.unknown')}
      <VisuallyHidden> ({words})</VisuallyHidden>
    </span>
  );
}
