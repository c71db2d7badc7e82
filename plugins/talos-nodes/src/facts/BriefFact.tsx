import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { Fact } from '@internal/plugin-talos-nodes-common';
import { ReactNode } from 'react';
import { talosNodesTranslationRef } from '../translation';
import { useFactWords } from './useFactWords';
import styles from './facts.module.css';

/** A fact where there is little room: its source, or why it is not known, by hovering. */
export function BriefFact<T>(props: {
  fact: Fact<T>;
  children: (value: T) => ReactNode;
}) {
  const { fact, children } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const words = useFactWords()(fact);
  return fact.known ? (
    <span title={words}>{children(fact.value)}</span>
  ) : (
    <span title={words} className={styles.unknown}>
      {t('fact.unknown')}
      <VisuallyHidden> ({words})</VisuallyHidden>
    </span>
  );
}
