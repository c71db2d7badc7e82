import {
  componentEntityV1alpha1Validator,
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  systemEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { BuiltEntity } from './entities/BuiltEntity';
import { buildComponents } from './entities/buildComponents';
import { buildResources } from './entities/buildResources';
import { buildSystems } from './entities/buildSystems';
import type { EntityContext } from './entities/EntityContext';

const formatPolicy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);
const kindValidators = [
  componentEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
];

/** The catalog accepts no batch with one invalid entity in it, so each is checked alone. */
const maxCharacters = 64 * 1024;

/**
 * The entities of one commit: Components, Systems and Resources, and never
 * another kind, whatever stands in the repository. One that the catalog would
 * refuse is left out and named in `refused`.
 */
export async function buildEntities(context: EntityContext): Promise<{
  entities: BuiltEntity[];
  refused: { entityRef: string; reason: string }[];
}> {
  const built = [
    ...buildResources(context),
    ...buildSystems(context),
    ...buildComponents(context),
  ];
  const entities = new Map<string, BuiltEntity>();
  const refused: { entityRef: string; reason: string }[] = [];
  for (const candidate of built) {
    const { entityRef, entity } = candidate;
    const reason = entities.has(entityRef)
      ? 'another entity has the same name'
      : await reasonToRefuse(entity);
    if (reason === undefined) entities.set(entityRef, candidate);
    else refused.push({ entityRef, reason });
  }
  return { entities: [...entities.values()], refused };
}

async function reasonToRefuse(entity: Entity): Promise<string | undefined> {
  if (JSON.stringify(entity).length > maxCharacters) {
    return `it is larger than ${maxCharacters} characters`;
  }
  try {
    await formatPolicy.enforce(entity);
    const checks = await Promise.all(
      kindValidators.map(validator => validator.check(entity)),
    );
    return checks.some(Boolean) ? undefined : `its kind is ${entity.kind}`;
  } catch (error) {
    return toError(error).message;
  }
}
