import { Entity } from '@backstage/catalog-model';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';

/** Names the rack a machine stands in. */
export const rackAnnotation = 'portal.internal/rack';

/** Where the annotations of a machine's entity say that it stands. */
export function placeOfEntity(entity: Entity): NodeSummary['place'] {
  const annotations = entity.metadata.annotations ?? {};
  const rack = annotations[rackAnnotation];
  return rack === undefined
    ? undefined
    : {
        rack,
        unit: numberOf(annotations['portal.internal/rack-unit']),
        height: numberOf(annotations['portal.internal/rack-height']),
      };
}

function numberOf(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
