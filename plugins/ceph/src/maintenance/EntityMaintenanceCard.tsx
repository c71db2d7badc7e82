import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import {
  maintenanceVerdictSchema,
  storageReadPermission,
} from '@internal/plugin-ceph-common';
import { AsyncContent, useUnits } from '@internal/portal-ui';
import { placeOfStorage } from '../frame/placeOfStorage';
import { clusterRouteRef } from '../routes';
import { cephTranslationRef } from '../translation';
import { useRollingPlan } from './useRollingPlan';
import { useRollingSentence } from './useRollingSentence';
import { VerdictLabel } from './VerdictLabel';
import styles from './maintenance.module.css';

/** Which machines of a cluster may go down, and whether all may, one after another. */
export function EntityMaintenanceCard() {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const { entity } = useEntity();
  const { platform, cluster } = placeOfStorage(entity);
  const clusterRoute = useRouteRef(clusterRouteRef);
  const sentence = useRollingSentence();
  const result = useRollingPlan({ platform, cluster });
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('maintenance.card.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <AsyncContent
          result={result}
          permission={storageReadPermission.name}
          isEmpty={({ verdicts }) => verdicts.length === 0}
          empty={<Text as="p">{t('maintenance.empty.title')}</Text>}
          notFound={<Text as="p">{t('maintenance.empty.title')}</Text>}
        >
          {plan => (
            <div className={styles.content}>
              <Text as="p">{sentence(plan)}</Text>
              <ul className={styles.list}>
                {maintenanceVerdictSchema.options.map(verdict => {
                  const count = plan.verdicts.filter(
                    judged => judged.verdict === verdict,
                  ).length;
                  return (
                    count > 0 && (
                      <li key={verdict}>
                        <VerdictLabel verdict={verdict} /> {number(count)}
                      </li>
                    )
                  );
                })}
              </ul>
            </div>
          )}
        </AsyncContent>
      </CardBody>
      {clusterRoute && (
        <CardFooter>
          <Link href={`${clusterRoute({ platform, cluster })}/maintenance`}>
            {t('maintenance.card.open')}
          </Link>
        </CardFooter>
      )}
    </Card>
  );
}
