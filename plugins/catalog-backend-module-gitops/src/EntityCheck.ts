import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  type KindValidator,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  systemEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { fingerprint } from './entities/fingerprint';

const formatPolicy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);
const kindValidators: ReadonlyMap<string, KindValidator> = new Map([
  ['API', apiEntityV1alpha1Validator],
  ['Component', componentEntityV1alpha1Validator],
  ['Resource', resourceEntityV1alpha1Validator],
  ['System', systemEntityV1alpha1Validator],
]);

/** The catalog accepts no batch with one invalid entity in it, so each is checked alone. */
const maxCharacters = 64 * 1024;

type Verdict = string | undefined;

/** Says whether the catalog would accept entities; those of the commit before are not looked at again. */
export class EntityCheck {
  #before = new Map<string, Verdict>();

  /** Answers for the entities of one commit with the reason to refuse one, if any. */
  ofOneCommit(): (entity: Entity) => Promise<Verdict> {
    const before = this.#before;
    const seen = new Map<string, Verdict>();
    this.#before = seen;
    return async entity => {
      const key = fingerprint(entity);
      const verdict = before.has(key) ? before.get(key) : await check(entity);
      seen.set(key, verdict);
      return verdict;
    };
  }
}

async function check(entity: Entity): Promise<Verdict> {
  if (JSON.stringify(entity).length > maxCharacters) {
    return `it is larger than ${maxCharacters} characters`;
  }
  try {
    await formatPolicy.enforce(entity);
    const isOfKind = await kindValidators.get(entity.kind)?.check(entity);
    return isOfKind ? undefined : `its kind is ${entity.kind}`;
  } catch (error) {
    return toError(error).message;
  }
}
