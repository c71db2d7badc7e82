import {
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { z } from 'zod';
import { type LabelFilter, parseLabelSelector } from './parseLabelSelector';

const ID_LABEL = 'backstage.io/kubernetes-id';

/** An app of the catalog, as lists of what runs on a cluster name it. */
export interface IndexedApp {
  /** As the repository names it; unique on its cluster, unlike in the catalog. */
  name: string;
  /** Kubernetes namespace it was found in. */
  namespace: string;
  /** Component. */
  entityRef: string;
  /** Entity ref of the owner. */
  owner?: string;
}

interface Candidate extends Omit<IndexedApp, 'namespace'> {
  platform?: string;
  /** Absent: any. */
  namespace?: string;
  matches: LabelFilter;
}

/** Finds the app that an object of a cluster belongs to, as the Kubernetes plugin finds an app's objects. */
export class AppIndex {
  /** By cluster. */
  readonly #candidates: ReadonlyMap<string, readonly Candidate[]>;

  /** Of Components, others are passed over: with `metadata`, `relations` or `spec.owner`. */
  static create(entities: readonly Entity[]): AppIndex {
    const candidates = new Map<string, Candidate[]>();
    for (const entity of entities) {
      const annotations = entity.metadata.annotations ?? {};
      const cluster =
        annotations['portal.internal/cluster'] ??
        annotations['backstage.io/kubernetes-cluster'];
      const candidate = toCandidate(entity, annotations);
      if (!cluster || !candidate) continue;
      const others = candidates.get(cluster) ?? [];
      others.push(candidate);
      candidates.set(cluster, others);
    }
    return new AppIndex(candidates);
  }

  private constructor(candidates: ReadonlyMap<string, readonly Candidate[]>) {
    this.#candidates = candidates;
  }

  /**
   * `undefined` where no app's selector matches the labels in that namespace,
   * and where those of several apps do: guesses are worth less than none.
   */
  find(object: {
    platform: string;
    cluster: string;
    namespace: string;
    labels: Readonly<Record<string, string>>;
  }): IndexedApp | undefined {
    const { platform, cluster, namespace, labels } = object;
    const found = (this.#candidates.get(cluster) ?? []).filter(
      candidate =>
        (candidate.platform ?? platform) === platform &&
        (candidate.namespace ?? namespace) === namespace &&
        candidate.matches(labels),
    );
    if (found.length !== 1) return undefined;
    const [{ name, entityRef, owner }] = found;
    return { name, namespace, entityRef, owner };
  }
}

const specSchema = z.object({ owner: z.string().optional() });

function toCandidate(
  entity: Entity,
  annotations: Readonly<Record<string, string>>,
): Candidate | undefined {
  if (entity.kind.toLowerCase() !== 'component') return undefined;
  const matches = toFilter(annotations);
  return (
    matches && {
      name: annotations['portal.internal/app'] ?? entity.metadata.name,
      platform: annotations['portal.internal/platform'],
      namespace: annotations['backstage.io/kubernetes-namespace'],
      entityRef: stringifyEntityRef(entity),
      owner: readOwner(entity),
      matches,
    }
  );
}

/** A selector comes before the id, as with the Kubernetes plugin. */
function toFilter(
  annotations: Readonly<Record<string, string>>,
): LabelFilter | undefined {
  const selector = annotations['backstage.io/kubernetes-label-selector'];
  if (selector) return parseLabelSelector(selector);
  const id = annotations[ID_LABEL];
  return id ? labels => labels[ID_LABEL] === id : undefined;
}

function readOwner({ metadata, relations, spec }: Entity): string | undefined {
  const related = relations?.find(({ type }) => type === RELATION_OWNED_BY);
  if (related) return related.targetRef;
  const parsed = specSchema.safeParse(spec);
  if (!parsed.success || !parsed.data.owner) return undefined;
  try {
    return stringifyEntityRef(
      parseEntityRef(parsed.data.owner, {
        defaultKind: 'group',
        defaultNamespace: metadata.namespace,
      }),
    );
  } catch {
    return undefined;
  }
}
