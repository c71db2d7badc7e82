import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FindingRow } from '@internal/plugin-platforms-common';
import { AppLink } from '../rows/AppLink';
import { platformsTranslationRef } from '../translation';
import styles from './FindingFacts.module.css';

export interface FindingFactsProps {
  finding: FindingRow;
  showsCluster: boolean;
}

/** Kind, app and cluster of a finding, in a line. */
export function FindingFacts({ finding, showsCluster }: FindingFactsProps) {
  const { t } = useTranslationRef(platformsTranslationRef);
  return (
    <div className={styles.root}>
      <span>
        {t('findings.kind', { code: <code dir="ltr">{finding.code}</code> })}
      </span>
      {finding.app && (
        <span>{t('findings.app', { app: <AppLink app={finding.app} /> })}</span>
      )}
      {showsCluster && finding.cluster && (
        <span>
          {t('findings.cluster', { cluster: <bdi>{finding.cluster}</bdi> })}
        </span>
      )}
    </div>
  );
}
