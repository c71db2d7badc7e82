import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import {
  BreakablePath,
  EntityLink,
  Fact,
  FactList,
  isWebUrl,
} from '@internal/portal-ui';
import { appOfEntity } from '../../appOfEntity';
import { platformRouteRef } from '../../routes';
import { platformsTranslationRef } from '../../translation';

/** Which platform and file an entity was read from, and why its owner owns it. */
export function EntityOriginCard() {
  const { t } = useTranslationRef(platformsTranslationRef);
  const { entity } = useEntity();
  const { platform, cluster } = appOfEntity(entity);
  const home = useRouteRef(platformRouteRef)?.({ id: platform });
  const annotations = entity.metadata.annotations ?? {};
  const file = annotations['portal.internal/source-file'];
  const url = annotations['portal.internal/source-url'] ?? '';
  const pattern = annotations['portal.internal/pattern'];
  const ownerReason = annotations['portal.internal/owner-reason'];
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);

  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('card.origin.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <FactList>
          <Fact name={t('card.origin.platform')}>
            <Link href={home}>
              <bdi>{platform}</bdi>
            </Link>
          </Fact>
          {cluster && (
            <Fact name={t('card.origin.cluster')}>
              <bdi>{cluster}</bdi>
            </Fact>
          )}
          {file && (
            <Fact name={t('card.origin.file')}>
              {isWebUrl(url) ? (
                <Link href={url} target="_blank" rel="noopener noreferrer">
                  <BreakablePath path={file} />
                </Link>
              ) : (
                <BreakablePath path={file} />
              )}
            </Fact>
          )}
          {pattern && (
            <Fact name={t('card.origin.pattern')}>
              <bdi>{pattern}</bdi>
            </Fact>
          )}
          {owners.map(owner => (
            <Fact key={stringifyEntityRef(owner)} name={t('card.origin.owner')}>
              <EntityLink entityRef={stringifyEntityRef(owner)} />
            </Fact>
          ))}
          {ownerReason && (
            <Fact name={t('card.origin.ownerReason')}>
              <bdi>{ownerReason}</bdi>
            </Fact>
          )}
        </FactList>
      </CardBody>
    </Card>
  );
}
