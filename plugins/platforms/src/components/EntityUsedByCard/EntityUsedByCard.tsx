import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardFooter, CardHeader, Text } from '@backstage/ui';
import { platformsTranslationRef } from '../../translation';
import { ClusterLinks } from './ClusterLinks';
import { UsedByRows } from './UsedByRows';

/** The apps that depend on what dozens depend on. */
export function EntityUsedByCard() {
  const { t } = useTranslationRef(platformsTranslationRef);
  const { entity } = useEntity();
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('card.usedBy.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <UsedByRows entity={entity} />
      </CardBody>
      {entity.spec?.type === 'kubernetes-cluster' && (
        <CardFooter>
          <ClusterLinks cluster={entity} />
        </CardFooter>
      )}
    </Card>
  );
}
