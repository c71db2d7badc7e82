import { EntityCheck } from './EntityCheck';
import { buildApis } from './entities/buildApis';
import type { BuiltEntity } from './entities/BuiltEntity';
import { buildComponents } from './entities/buildComponents';
import { buildResources } from './entities/buildResources';
import { buildSystems } from './entities/buildSystems';
import {
  createEntityContext,
  type EntitySource,
} from './entities/EntityContext';

export interface BuiltEntities {
  entities: BuiltEntity[];
  /** What the catalog would not accept. */
  refused: { entityRef: string; reason: string }[];
  /** What an earlier platform has an entity of the same name for. */
  shadowed: string[];
  /** Files beside apps that were to describe them, and cannot be used. */
  ignored: { file: string; reason: string }[];
}

/**
 * The entities of one commit: Components, APIs, Systems and Resources, and
 * never another kind, whatever stands in the repository. One that the catalog
 * would refuse is left out and named in `refused`. A `check` that is kept from
 * commit to commit spares what did not change.
 */
export async function buildEntities(
  source: EntitySource,
  check: EntityCheck = new EntityCheck(),
): Promise<BuiltEntities> {
  const reasonToRefuse = check.ofOneCommit();
  const { context, ignored } = createEntityContext(source);
  const built = [
    ...buildResources(context),
    ...buildSystems(context),
    ...buildApis(context),
    ...buildComponents(context),
  ];
  const entities = new Map<string, BuiltEntity>();
  const refused: BuiltEntities['refused'] = [];
  const shadowed: string[] = [];
  for (const candidate of built) {
    const { entityRef, entity } = candidate;
    if (source.taken.has(entityRef)) {
      shadowed.push(entityRef);
      continue;
    }
    const reason = entities.has(entityRef)
      ? 'another entity has the same name'
      : await reasonToRefuse(entity);
    if (reason === undefined) entities.set(entityRef, candidate);
    else refused.push({ entityRef, reason });
  }
  return { entities: [...entities.values()], refused, shadowed, ignored };
}
