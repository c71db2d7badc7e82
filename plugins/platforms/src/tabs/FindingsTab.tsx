import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { EmptyState, FindingEntry } from '@internal/portal-ui';
import { RiCheckboxCircleLine } from '@remixicon/react';
import { platformsApiRef } from '../api/PlatformsApi';
import { toFindingItem } from '../finding/toFindingItem';
import { FindingFacts } from '../finding/FindingFacts';
import { RowsView } from '../rows/RowsView';
import { platformsTranslationRef } from '../translation';
import styles from './tabs.module.css';

const severities = ['error', 'warning', 'info'] as const;

/** What the reader and its checks have to say about a repository. */
export function FindingsTab({ platform }: { platform: PlatformOverview }) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const api = useApi(platformsApiRef);
  const isOneCluster = platform.clusters.length < 2;
  const severityName = (value: string) => {
    const severity = severities.find(known => known === value);
    return severity ? t(`severity.${severity}`) : value;
  };

  return (
    <RowsView
      scope={`findings ${platform.id}`}
      commit={platform.commit?.id}
      load={(query, signal) => api.listFindings(platform.id, query, signal)}
      filters={[
        { name: 'severity', nameOf: severityName },
        { name: 'code' },
        ...(isOneCluster ? [] : [{ name: 'cluster' } as const]),
        { name: 'app' },
      ]}
      example={t('findings.example')}
      empty={
        <EmptyState
          icon={<RiCheckboxCircleLine />}
          title={t('findings.empty.title')}
          description={t('findings.empty.description')}
        />
      }
    >
      {findings => (
        <ul className={styles.findings} aria-label={t('tab.findings')}>
          {findings.map((finding, index) => (
            <FindingEntry
              key={`${finding.code} ${finding.source?.url} ${index}`}
              finding={toFindingItem(finding)}
            >
              <FindingFacts finding={finding} showsCluster={!isOneCluster} />
            </FindingEntry>
          ))}
        </ul>
      )}
    </RowsView>
  );
}
