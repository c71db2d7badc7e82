import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { appTranslationRef } from '../../translation';
import styles from './AppLayout.module.css';

/** Navigation beside the content; above it on narrow screens. */
export function AppLayout(props: { nav: ReactNode; content: ReactNode }) {
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <div className={styles.layout}>
      <a className={styles.skip} href="#content">
        {t('nav.skip')}
      </a>
      {props.nav}
      <div className={styles.content} id="content" tabIndex={-1}>
        {props.content}
      </div>
    </div>
  );
}
