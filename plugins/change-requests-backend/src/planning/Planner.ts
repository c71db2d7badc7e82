import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  applyEdits,
  checkField,
  isWritable,
  ObjectComparer,
  planOperations,
  type FieldCheckAnswer,
  type FieldCheckInput,
  type FileEdit,
  type Finding,
  type ObjectComparison,
  type Operation,
  type RepositoryModel,
  type RepositorySnapshot,
  type Requester,
  type WritableProfile,
} from '@internal/gitops-model';
import { checkManifests } from '@internal/gitops-model/schemas';
import type {
  GitopsRepositoriesService,
  GitopsRepository,
  RepositoryState,
} from '@internal/gitops-repository';
import { PlanMemory } from './PlanMemory';
import { treeId } from './treeId';

export interface PlanRequest {
  platform: string;
  operations: Operation[];
  requester: Requester;
  template?: { name: string; version: string };
}

export interface PlannedChange {
  baseCommit: string;
  /** Git's id of all files after the edits. */
  tree: string;
  edits: FileEdit[];
  findings: Finding[];
}

/** What is known of a repository; `problem` says why it is not newer. */
export interface KnownRepository {
  repository: GitopsRepository;
  snapshot: RepositorySnapshot;
  observedAt: string;
  problem?: string;
}

/** Applies operations to what the GitOps repository holds now. */
export class Planner {
  readonly #repositories: GitopsRepositoriesService;
  readonly #refreshMilliseconds: number;
  readonly #comparers = new WeakMap<GitopsRepository, ObjectComparer>();
  readonly #memory = new PlanMemory();

  static create(options: {
    repositories: GitopsRepositoriesService;
    /** How long a refresh may hold up whoever waits for it. */
    refreshMilliseconds: number;
  }): Planner {
    return new Planner(options.repositories, options.refreshMilliseconds);
  }

  private constructor(
    repositories: GitopsRepositoriesService,
    refreshMilliseconds: number,
  ) {
    this.#repositories = repositories;
    this.#refreshMilliseconds = refreshMilliseconds;
  }

  repositories(): GitopsRepository[] {
    return this.#repositories.list();
  }

  /** Those that changes can be asked for. */
  writable(): { repository: GitopsRepository; profile: WritableProfile }[] {
    return this.repositories().flatMap(repository => {
      const { profile } = repository.platform;
      return isWritable(profile) ? [{ repository, profile }] : [];
    });
  }

  /** @throws InputError for a platform that is not configured. */
  repository(platform: string): GitopsRepository {
    const found = this.#repositories
      .list()
      .find(({ platform: { id } }) => id === platform);
    if (!found) {
      throw new InputError(
        `There is no platform "${platform.slice(0, 63)}"; choose one of those under platforms: in the configuration`,
      );
    }
    return found;
  }

  /**
   * Asks the remote first, and falls back to what was read last.
   *
   * @throws ServiceUnavailableError where nothing was ever read.
   */
  async refreshed(platform: string): Promise<KnownRepository> {
    const repository = this.repository(platform);
    const { state, late } = await this.#refresh(repository);
    return this.#known(repository, state, late);
  }

  /**
   * Asks the remote only where the last reading is older than that, or failed.
   *
   * @throws ServiceUnavailableError where nothing was ever read.
   */
  async recent(
    platform: string,
    maxAgeMilliseconds: number,
  ): Promise<KnownRepository> {
    const { observation, failure } = this.repository(platform).current();
    const isRecent =
      observation !== undefined &&
      failure === undefined &&
      Date.now() - Date.parse(observation.observedAt) <= maxAgeMilliseconds;
    return isRecent ? this.current(platform) : this.refreshed(platform);
  }

  /** Without asking the remote. @throws ServiceUnavailableError */
  current(platform: string): KnownRepository {
    const repository = this.repository(platform);
    return this.#known(repository, repository.current());
  }

  /**
   * What plans and checks start from; the remote is asked first.
   *
   * @throws ServiceUnavailableError where nothing was ever read.
   */
  async context(platform: string): Promise<{
    snapshot: RepositorySnapshot;
    model: RepositoryModel;
    profile: WritableProfile;
  }> {
    const { repository, snapshot } = await this.refreshed(platform);
    return {
      snapshot,
      model: repository.read(snapshot),
      profile: requireWritable(repository),
    };
  }

  /** What was read last, if anything. */
  known(platform: string): RepositoryState['observation'] {
    return this.repository(platform).current().observation;
  }

  /** Deployment units of the apps; an app not read yet is its own unit. */
  units(platform: string, apps: string[]): string[] {
    const observation = this.known(platform);
    const model =
      observation && this.repository(platform).read(observation.snapshot);
    return apps.flatMap(
      name => model?.apps.find(app => app.name === name)?.units ?? [name],
    );
  }

  /** How the repository words titles, and the category of an app it has. */
  wording(
    platform: string,
    app: string,
  ): { style: WritableProfile['commitStyle']; category?: string } {
    const repository = this.repository(platform);
    const observation = this.known(platform);
    const model = observation && repository.read(observation.snapshot);
    return {
      style: requireWritable(repository).commitStyle,
      category: model?.apps.find(({ name }) => name === app)?.category,
    };
  }

  /** What edits change in the cluster, on the commit that is known. @throws ServiceUnavailableError */
  objects(platform: string, edits: FileEdit[]): ObjectComparison {
    const { repository, snapshot } = this.current(platform);
    const comparer =
      this.#comparers.get(repository) ??
      ObjectComparer.create(repository.platform.profile);
    this.#comparers.set(repository, comparer);
    return this.#memory.objects(snapshot, edits, () =>
      comparer.compare(snapshot, edits),
    );
  }

  plan(request: PlanRequest, snapshot: RepositorySnapshot): PlannedChange {
    return this.#memory.plan(snapshot, request, () =>
      this.#plan(request, snapshot),
    );
  }

  #plan(request: PlanRequest, snapshot: RepositorySnapshot): PlannedChange {
    const repository = this.repository(request.platform);
    const profile = requireWritable(repository);
    const model = repository.read(snapshot);
    const { commit, edits, findings } = planOperations({
      snapshot,
      model,
      profile,
      operations: request.operations,
      requester: request.requester,
      template: request.template,
    });
    return {
      baseCommit: commit,
      tree: treeId(applyEdits(snapshot, edits)),
      edits,
      findings: [
        ...unreadRoots(model, profile),
        ...findings,
        ...checkManifests(edits),
      ],
    };
  }

  checkField(
    platform: string,
    requester: Requester,
    check: FieldCheckInput,
  ): FieldCheckAnswer {
    const { snapshot, repository } = this.current(platform);
    return checkField({
      model: repository.read(snapshot),
      profile: requireWritable(repository),
      requester,
      check,
    });
  }

  async #refresh(
    repository: GitopsRepository,
  ): Promise<{ state: RepositoryState; late: boolean }> {
    const signal = AbortSignal.timeout(this.#refreshMilliseconds);
    try {
      return { state: await repository.refresh({ signal }), late: false };
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
      return { state: repository.current(), late: true };
    }
  }

  #known(
    repository: GitopsRepository,
    { observation, failure }: RepositoryState,
    late = false,
  ): KnownRepository {
    const problem =
      failure?.reason ??
      (late ? 'The GitOps repository did not answer in time' : undefined);
    if (!observation) {
      throw new ServiceUnavailableError(
        `The GitOps repository of ${repository.platform.id} was never read: ${
          problem ?? 'it is being read for the first time; try again soon'
        }`,
      );
    }
    return { repository, ...observation, problem };
  }
}

/** @throws InputError where the profile lists no blocks. */
function requireWritable({ platform }: GitopsRepository): WritableProfile {
  if (isWritable(platform.profile)) return platform.profile;
  throw new InputError(
    `The portal only reads the platform "${platform.id}"; to ask for changes there, its profile must list blocks`,
  );
}

/** Without its roots nobody knows who holds what: no plan stands then. */
function unreadRoots(
  { findings }: RepositoryModel,
  { roots }: WritableProfile,
) {
  return findings.filter(
    ({ severity, file }) =>
      severity === 'error' && roots.some(({ path }) => path === file),
  );
}
