import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { engineNames } from '../../engineNames';
import { CountTiles } from '../../picture/CountTiles';
import { FindingCounts } from '../../picture/FindingCounts';
import { UnitsPicture } from '../../picture/UnitsPicture';
import { FailureNotice } from '../../reading/FailureNotice';
import { ReadingLine } from '../../reading/ReadingLine';
import { platformRouteRef } from '../../routes';
import { platformsTranslationRef } from '../../translation';
import styles from './PlatformsPage.module.css';

/** One platform at a glance. */
export function PlatformCard({ platform }: { platform: PlatformOverview }) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const home = useRouteRef(platformRouteRef)?.({ id: platform.id }) ?? '';
  const { counts } = platform;
  return (
    <Card className={styles.card}>
      <CardHeader>
        <Text as="h2" variant="title-small" weight="bold">
          <Link href={home} className={styles.title}>
            <bdi>{platform.title}</bdi>
          </Link>
        </Text>
        <Text as="p" variant="body-medium" color="secondary">
          {engineNames[platform.engine]}
          {' · '}
          <bdi>{platform.clusters.join(', ')}</bdi>
        </Text>
      </CardHeader>
      <CardBody className={styles.body}>
        <ReadingLine platform={platform} />
        <FailureNotice platform={platform} />
        {counts ? (
          <>
            <UnitsPicture units={counts.units} href={`${home}/units`} />
            <FindingCounts
              findings={counts.findings}
              href={`${home}/findings`}
            />
            <CountTiles
              counts={counts}
              links={{
                hosts: `${home}/hosts`,
                externalSecrets: `${home}/secrets`,
              }}
            />
          </>
        ) : (
          <Text as="p" variant="body-medium">
            {t('overview.unread.description')}
          </Text>
        )}
      </CardBody>
    </Card>
  );
}
