import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { useLanguage } from '@internal/portal-ui';
import { platformsTranslationRef } from '../translation';
import styles from './CountTiles.module.css';

type Counts = NonNullable<PlatformOverview['counts']>;

const kinds = [
  'apps',
  'hosts',
  'gateways',
  'externalSecrets',
  'secretStores',
  'volumeClaims',
  'databases',
  'loginClients',
  'nodes',
] as const;

export interface CountTilesProps {
  counts: Counts;
  /** Where some of them are listed. */
  links: Partial<Record<(typeof kinds)[number], string>>;
}

/** How many there are of what a repository holds. */
export function CountTiles({ counts, links }: CountTilesProps) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const format = new Intl.NumberFormat(useLanguage());
  return (
    <dl className={styles.root}>
      {kinds.map(kind => {
        const href = links[kind];
        return (
          <div key={kind} className={styles.tile}>
            <dt>
              {href ? (
                <Link href={href} className={styles.link}>
                  {t(`count.${kind}`)}
                </Link>
              ) : (
                t(`count.${kind}`)
              )}
            </dt>
            <dd>{format.format(counts[kind])}</dd>
          </div>
        );
      })}
    </dl>
  );
}
