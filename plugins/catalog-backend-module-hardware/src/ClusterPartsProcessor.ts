import {
  type Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_HAS_PART,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  type CatalogProcessor,
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import { z } from 'zod';

const machineSchema = z.object({
  kind: z.literal('Resource'),
  spec: z.object({
    type: z.literal('talos-node'),
    /** The clusters it belongs to: a machine needs nothing else. */
    dependsOn: z.array(z.string()),
  }),
});

/** Makes machines, whoever declares them, part of their cluster. */
export class ClusterPartsProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'ClusterPartsProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const { data } = machineSchema.safeParse(entity);
    const machine = getCompoundEntityRef(entity);
    for (const ref of data?.spec.dependsOn ?? []) {
      const cluster = parseEntityRef(ref);
      emit(
        processingResult.relation({
          source: machine,
          target: cluster,
          type: RELATION_PART_OF,
        }),
      );
      emit(
        processingResult.relation({
          source: cluster,
          target: machine,
          type: RELATION_HAS_PART,
        }),
      );
    }
    return entity;
  }
}
