import type { Cluster } from '../../kubernetes/Cluster';
import type {
  KubernetesObject,
  Manifest,
} from '../../kubernetes/KubernetesObject';
import type { RepositoryTree } from '../../render/RepositoryTree';
import { generateApplications } from './generateApplications';
import { toApplicationSetStatus } from './toApplicationSetStatus';

/** Remembers which Applications each ApplicationSet made. */
export class ApplicationSets {
  /** Name of an ApplicationSet → names of its Applications. */
  readonly #generated = new Map<string, string[]>();

  constructor(
    private readonly cluster: Cluster,
    private readonly now: () => string,
  ) {}

  /**
   * The Applications that a set asks for, and the names of those it no longer
   * does; reports both in its status. A set that cannot be expanded changes
   * nothing.
   */
  expand(
    set: KubernetesObject,
    tree: RepositoryTree,
  ): { kept: Manifest[]; removed: string[] } {
    const generated = generateApplications(set, tree);
    this.cluster.store.put({
      ...set,
      status: toApplicationSetStatus(generated, this.now()),
    });
    if (!generated.ok) {
      return { kept: [], removed: [] };
    }
    const { name } = set.metadata;
    const names = generated.applications.map(({ metadata }) => metadata.name);
    const before = this.#generated.get(name) ?? [];
    this.#generated.set(name, names);
    return {
      kept: generated.applications,
      removed: before.filter(one => !names.includes(one)),
    };
  }
}
