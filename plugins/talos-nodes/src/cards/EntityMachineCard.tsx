import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import { talosNodeReadPermission } from '@internal/plugin-talos-nodes-common';
import {
  AsyncContent,
  Fact,
  FactList,
  StatusLabel,
  useAsyncData,
} from '@internal/portal-ui';
import { talosNodesApiRef } from '../api/TalosNodesApi';
import { nodeOfEntity } from '../nodeOfEntity';
import { MachineFacts } from '../summary/MachineFacts';
import { WorkloadFact } from '../summary/WorkloadFact';
import { talosNodesTranslationRef } from '../translation';
import { StateLabel } from '../words/StateLabel';
import styles from './cards.module.css';

const refreshMilliseconds = 30_000;

/** The machine of an entity at a glance. */
export function EntityMachineCard() {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { entity } = useEntity();
  const api = useApi(talosNodesApiRef);
  const entityRoute = useRouteRef(entityRouteRef);
  const machine = nodeOfEntity(entity);
  const result = useAsyncData({
    key: stringifyEntityRef(entity),
    load: signal => api.getNode(machine, signal),
    pollEvery: refreshMilliseconds,
  });
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('card.machine')}
        </Text>
      </CardHeader>
      <CardBody>
        <AsyncContent
          result={result}
          permission={talosNodeReadPermission.name}
          notFound={
            <StatusLabel tone="neutral">{t('notFound.title')}</StatusLabel>
          }
        >
          {node => (
            <FactList>
              <Fact name={t('column.state')}>
                <div className={styles.lines}>
                  <StateLabel state={node.state} />
                  {node.problems.map(problem => (
                    <bdi key={problem}>{problem}</bdi>
                  ))}
                </div>
              </Fact>
              <MachineFacts node={node} />
              <WorkloadFact node={node} />
            </FactList>
          )}
        </AsyncContent>
      </CardBody>
      {entityRoute && (
        <CardFooter>
          <Link href={`${entityRoute(entityRouteParams(entity))}/machine`}>
            {t('card.open')}
          </Link>
        </CardFooter>
      )}
    </Card>
  );
}
