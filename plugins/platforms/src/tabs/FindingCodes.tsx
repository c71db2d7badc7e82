import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  PlatformOverview,
  platformReadPermission,
} from '@internal/plugin-platforms-common';
import { AsyncContent, useAsyncData, useLanguage } from '@internal/portal-ui';
import { platformsApiRef } from '../api/PlatformsApi';
import { platformsTranslationRef } from '../translation';
import styles from './tabs.module.css';

export interface FindingCodesProps {
  platform: PlatformOverview;
  /** Where all findings are listed. */
  href: string;
}

/** How many findings there are of each kind, the most frequent first. */
export function FindingCodes({ platform, href }: FindingCodesProps) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const api = useApi(platformsApiRef);
  const format = new Intl.NumberFormat(useLanguage());
  const result = useAsyncData({
    key: `codes ${platform.id} ${platform.commit?.id}`,
    scope: `codes ${platform.id}`,
    load: async signal => {
      const page = await api.listFindings(platform.id, { limit: 1 }, signal);
      return (page.facets.code ?? []).toSorted((a, b) => b.count - a.count);
    },
  });
  return (
    <AsyncContent
      result={result}
      permission={platformReadPermission.name}
      isEmpty={codes => codes.length === 0}
      empty={null}
    >
      {codes => (
        <ul className={styles.codes} aria-label={t('overview.codes')}>
          {codes.map(({ value, count }) => (
            <li key={value} className={styles.code}>
              <Link href={`${href}?${new URLSearchParams({ code: value })}`}>
                <bdi dir="ltr">{value}</bdi>
              </Link>
              <span>{format.format(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </AsyncContent>
  );
}
