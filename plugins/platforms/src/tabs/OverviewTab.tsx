import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import {
  BreakablePath,
  EmptyState,
  Fact,
  FactList,
  isWebUrl,
  Section,
} from '@internal/portal-ui';
import { engineNames } from '../engineNames';
import { CountTiles } from '../picture/CountTiles';
import { FindingCounts } from '../picture/FindingCounts';
import { UnitsPicture } from '../picture/UnitsPicture';
import { platformRouteRef } from '../routes';
import { platformsTranslationRef } from '../translation';
import { ClusterCards } from './ClusterCards';
import { FindingCodes } from './FindingCodes';
import styles from './tabs.module.css';

/** A platform at a glance; everything on it leads to its rows. */
export function OverviewTab({ platform }: { platform: PlatformOverview }) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const home = useRouteRef(platformRouteRef)?.({ id: platform.id }) ?? '';
  const { counts, repositoryUrl } = platform;
  const facts = (
    <Section title={t('overview.source')}>
      <FactList>
        <Fact name={t('fact.repository')}>
          {isWebUrl(repositoryUrl) ? (
            <Link
              href={repositoryUrl}
              target="_blank"
              rel="noopener noreferrer"
            >
              <BreakablePath path={repositoryUrl} />
            </Link>
          ) : (
            <BreakablePath path={repositoryUrl} />
          )}
        </Fact>
        <Fact name={t('fact.branch')}>
          <code dir="ltr">{platform.branch}</code>
        </Fact>
        <Fact name={t('fact.engine')}>{engineNames[platform.engine]}</Fact>
        <Fact name={t('fact.clusters')}>
          <bdi>{platform.clusters.join(', ')}</bdi>
        </Fact>
      </FactList>
    </Section>
  );
  if (!counts) {
    return (
      <>
        {facts}
        <EmptyState
          title={t('overview.unread.title')}
          description={t('overview.unread.description')}
        />
        <ClusterCards platform={platform} />
      </>
    );
  }
  return (
    <>
      <Section title={t('overview.counts')}>
        <CountTiles
          counts={counts}
          links={{
            hosts: `${home}/hosts`,
            externalSecrets: `${home}/secrets`,
          }}
        />
      </Section>
      <div className={styles.columns}>
        <Section title={t('overview.units')}>
          <div className={styles.stack}>
            <div className={styles.full}>
              <UnitsPicture units={counts.units} href={`${home}/units`} />
            </div>
            <Link href={`${home}/units`}>{t('overview.allUnits')}</Link>
          </div>
        </Section>
        {facts}
      </div>
      <Section title={t('overview.findings')}>
        <div className={styles.stack}>
          <FindingCounts findings={counts.findings} href={`${home}/findings`} />
          <div className={styles.full}>
            <FindingCodes platform={platform} href={`${home}/findings`} />
          </div>
        </div>
      </Section>
      <ClusterCards platform={platform} />
    </>
  );
}
