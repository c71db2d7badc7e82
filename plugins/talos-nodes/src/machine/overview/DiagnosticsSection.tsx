import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { NodeDetail } from '@internal/plugin-talos-nodes-common';
import { talosNodesTranslationRef } from '../../translation';
import styles from '../machine.module.css';

/** What Talos itself warns of. */
export function DiagnosticsSection(props: {
  diagnostics: NodeDetail['diagnostics'];
}) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  if (props.diagnostics.length === 0) {
    return null;
  }
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={t('machine.diagnostics')}
      description={
        <ul className={styles.plainList}>
          {props.diagnostics.map(({ id, message, details }) => (
            <li key={id}>
              <bdi>{[message, ...details].join(' · ')}</bdi>
            </li>
          ))}
        </ul>
      }
    />
  );
}
