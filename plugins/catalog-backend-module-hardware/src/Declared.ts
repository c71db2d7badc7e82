import {
  entityRefs,
  type GitopsRepositoriesService,
} from '@internal/gitops-repository';

interface Machine {
  platform: string;
  cluster: string;
  name: string;
  addresses: readonly string[];
}

/** What the platforms' repositories declare themselves. */
export class Declared {
  readonly #repositories: GitopsRepositoriesService;

  constructor(repositories: GitopsRepositoriesService) {
    this.#repositories = repositories;
  }

  /** Who owns what nobody else does. */
  ownerOf(platform: string): string | undefined {
    return this.#find(platform)?.platform.profile.owners.default;
  }

  /**
   * Entity ref that the repository gives a machine; `not-declared` where it
   * names no such machine, `unknown` before it was read.
   */
  machineRef(machine: Machine): string | 'not-declared' | 'unknown' {
    const repository = this.#find(machine.platform);
    const snapshot = repository?.current().observation?.snapshot;
    if (!repository || !snapshot) return 'unknown';
    const node = repository
      .read(snapshot)
      .nodes.find(
        candidate =>
          candidate.cluster === machine.cluster &&
          (candidate.name === machine.name ||
            candidate.hostname === machine.name ||
            (candidate.address !== undefined &&
              machine.addresses.includes(candidate.address))),
      );
    return node ? entityRefs.node(node) : 'not-declared';
  }

  #find(platform: string) {
    return this.#repositories
      .list()
      .find(candidate => candidate.platform.id === platform);
  }
}
