import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import { platformReadPermission } from '@internal/plugin-platforms-common';
import {
  AsyncContent,
  FindingEntry,
  StatusLabel,
  useAsyncData,
  useLanguage,
} from '@internal/portal-ui';
import { platformsApiRef } from '../../api/PlatformsApi';
import { appOfEntity } from '../../appOfEntity';
import { toFindingItem } from '../../finding/toFindingItem';
import { platformRouteRef } from '../../routes';
import { platformsTranslationRef } from '../../translation';
import styles from './EntityFindingsCard.module.css';

const refreshMilliseconds = 30_000;
const findingsShown = 5;

/** What was found in the files of the app that a component stands for. */
export function EntityFindingsCard() {
  const { t } = useTranslationRef(platformsTranslationRef);
  const { entity } = useEntity();
  const api = useApi(platformsApiRef);
  const format = new Intl.NumberFormat(useLanguage());
  const { app, platform, cluster } = appOfEntity(entity);
  const home = useRouteRef(platformRouteRef)?.({ id: platform }) ?? '';
  const result = useAsyncData({
    key: JSON.stringify([platform, cluster, app]),
    load: signal =>
      api.listFindings(
        platform,
        { app, cluster, limit: findingsShown },
        signal,
      ),
    pollEvery: refreshMilliseconds,
  });
  const total = result.status === 'ready' ? result.data.total : 0;
  const narrowed = new URLSearchParams({ app, ...(cluster && { cluster }) });

  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('card.findings.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <AsyncContent
          result={result}
          permission={platformReadPermission.name}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <StatusLabel tone="positive">{t('card.findings.none')}</StatusLabel>
          }
        >
          {({ items }) => (
            <ul className={styles.findings}>
              {items.map((finding, index) => (
                <FindingEntry
                  key={`${finding.code} ${finding.source?.url} ${index}`}
                  finding={toFindingItem(finding)}
                />
              ))}
            </ul>
          )}
        </AsyncContent>
      </CardBody>
      {total > 0 && (
        <CardFooter>
          <Link href={`${home}/findings?${narrowed}`}>
            {t('card.findings.all', { number: format.format(total) })}
          </Link>
        </CardFooter>
      )}
    </Card>
  );
}
