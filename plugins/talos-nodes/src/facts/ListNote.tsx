import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { UnknownReason } from '@internal/plugin-talos-nodes-common';
import { talosNodesTranslationRef } from '../translation';
import styles from './facts.module.css';

/** In place of an empty list: that there is nothing, or why nobody told it. */
export function ListNote(props: {
  unread: UnknownReason | undefined;
  none: string;
}) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { unread, none } = props;
  return <p className={styles.note}>{unread ? t(`reason.${unread}`) : none}</p>;
}
