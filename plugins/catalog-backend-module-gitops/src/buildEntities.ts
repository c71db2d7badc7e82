import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  systemEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { buildApis } from './entities/buildApis';
import type { BuiltEntity } from './entities/BuiltEntity';
import { buildComponents } from './entities/buildComponents';
import { buildResources } from './entities/buildResources';
import { buildSystems } from './entities/buildSystems';
import {
  createEntityContext,
  type EntitySource,
} from './entities/EntityContext';

const formatPolicy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);
const kindValidators = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
];

/** The catalog accepts no batch with one invalid entity in it, so each is checked alone. */
const maxCharacters = 64 * 1024;

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
 * would refuse is left out and named in `refused`.
 */
export async function buildEntities(
  source: EntitySource,
): Promise<BuiltEntities> {
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
