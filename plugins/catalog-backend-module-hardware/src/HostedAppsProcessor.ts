import {
  type Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  type CatalogProcessor,
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type { HostedApps } from './HostedApps';

/** Relates machines, whoever declares them, to the apps that run on them. */
export class HostedAppsProcessor implements CatalogProcessor {
  readonly #apps: HostedApps;

  constructor(apps: HostedApps) {
    this.#apps = apps;
  }

  getProcessorName(): string {
    return 'HostedAppsProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (entity.kind !== 'Resource' || entity.spec?.type !== 'talos-node') {
      return entity;
    }
    const machine = getCompoundEntityRef(entity);
    for (const ref of this.#apps.of(stringifyEntityRef(machine)) ?? []) {
      const app = parseEntityRef(ref);
      emit(
        processingResult.relation({
          source: machine,
          target: app,
          type: RELATION_DEPENDENCY_OF,
        }),
      );
      emit(
        processingResult.relation({
          source: app,
          target: machine,
          type: RELATION_DEPENDS_ON,
        }),
      );
    }
    return entity;
  }
}
