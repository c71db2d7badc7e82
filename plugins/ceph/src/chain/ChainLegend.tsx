import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StatusIcon } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';
import { chainTones, shapeOfState } from './ChainStateLabel';
import { chainStates } from './worstState';
import styles from './chain.module.css';

/** What the picture's signs mean. */
export function ChainLegend({ hasHere }: { hasHere: boolean }) {
  const { t } = useTranslationRef(cephTranslationRef);
  return (
    <ul className={styles.legend} aria-label={t('chain.legend.label')}>
      {[...chainStates].reverse().map(state => (
        <li key={state} className={styles.sign}>
          <StatusIcon tone={chainTones[state]} shape={shapeOfState(state)} />
          {t(`chain.state.${state}`)}
        </li>
      ))}
      <li className={styles.sign}>
        <span className={styles.dashes} aria-hidden="true" />
        {t('chain.legend.unproven')}
      </li>
      {hasHere && (
        <li className={styles.sign}>
          <span className={styles.here} aria-hidden="true" />
          {t('chain.legend.chosen')}
        </li>
      )}
    </ul>
  );
}
