import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { Card, CardBody, Link, Text } from '@backstage/ui';
import { EntityName, EntityPlace } from '@internal/portal-ui';
import type { Reasons } from './findReasons';
import { MarkedText } from './MarkedText';
import styles from './SearchPage.module.css';
import { searchTranslationRef } from './translation';
import type { FoundEntity } from './useSearchResults';

export interface SearchResultItemProps {
  found: FoundEntity;
  reasons: Reasons;
  words: readonly string[];
}

/** One thing that was found: what and whose it is, where it runs, and why it was found. */
export function SearchResultItem(props: SearchResultItemProps) {
  const { found, reasons, words } = props;
  const { t } = useTranslationRef(searchTranslationRef);
  const { entity } = found;
  return (
    <li>
      <Card>
        <CardBody className={styles.result}>
          <Text as="h3" variant="title-x-small" weight="bold">
            <Link href={found.location} className={styles.title}>
              <MarkedText text={found.title} words={words} />
            </Link>
          </Text>
          {entity && (
            <ul className={styles.facts}>
              <li>
                <bdi>{entity.kind}</bdi>
                {typeof entity.spec?.type === 'string' && (
                  <>
                    {' · '}
                    <bdi>{entity.spec.type}</bdi>
                  </>
                )}
              </li>
              <li>
                <EntityPlace entity={entity} />
              </li>
              {getEntityRelations(entity, RELATION_OWNED_BY).map(owner => (
                <li key={stringifyEntityRef(owner)}>
                  {t('owner', {
                    owner: <EntityName entityRef={stringifyEntityRef(owner)} />,
                  })}
                </li>
              ))}
            </ul>
          )}
          {reasons.description && (
            <Text as="p" variant="body-medium">
              <MarkedText text={reasons.description} words={words} />
            </Text>
          )}
          {reasons.facts.length > 0 && (
            <dl className={styles.reasons}>
              {reasons.facts.map(({ kind, value }) => (
                <div key={`${kind} ${value}`} className={styles.reason}>
                  <dt>{t(`fact.${kind}`)}</dt>
                  <dd>
                    <MarkedText text={value} words={words} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </CardBody>
      </Card>
    </li>
  );
}
