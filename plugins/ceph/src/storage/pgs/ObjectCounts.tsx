import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CephDetail } from '@internal/plugin-ceph-common';
import { Fact, FactList, useUnits } from '@internal/portal-ui';
import { KnownValue } from '../../sources/KnownValue';
import { cephTranslationRef } from '../../translation';

type Objects = KnownValue<CephDetail['placementGroups']>['objects'];

const troubles = ['degraded', 'misplaced', 'unfound'] as const;

/** Objects, and how many of them are not as they should be. */
export function ObjectCounts({ objects }: { objects: Objects }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number, percent } = useUnits();
  return (
    <FactList>
      <Fact name={t('storage.pg.objects')}>{number(objects.total)}</Fact>
      {troubles
        .filter(kind => objects[kind] > 0)
        .map(kind => (
          <Fact key={kind} name={t(`storage.pg.${kind}`)}>
            {number(objects[kind])}
            {objects.total > 0 &&
              kind === 'unfound' &&
              ` (${percent(objects[kind] / objects.total)})`}
          </Fact>
        ))}
    </FactList>
  );
}
