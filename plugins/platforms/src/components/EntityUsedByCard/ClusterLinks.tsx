import { Entity } from '@backstage/catalog-model';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { appOfEntity } from '../../appOfEntity';
import { platformRouteRef } from '../../routes';
import { platformsTranslationRef } from '../../translation';
import styles from './EntityUsedByCard.module.css';

const lists = ['units', 'findings', 'hosts'] as const;

/** Leads to what was read of a cluster, on the page of its platform. */
export function ClusterLinks({ cluster: entity }: { cluster: Entity }) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const { platform, cluster = '' } = appOfEntity(entity);
  const home = useRouteRef(platformRouteRef)?.({ id: platform }) ?? '';
  const narrowed = new URLSearchParams({ cluster });
  return (
    <ul className={styles.links}>
      {lists.map(list => (
        <li key={list}>
          <Link href={`${home}/${list}?${narrowed}`}>
            {t(`card.usedBy.${list}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
