import type { GitRepository } from '../git/GitRepository';
import type { Cluster } from '../kubernetes/Cluster';
import type {
  KubernetesObject,
  Manifest,
} from '../kubernetes/KubernetesObject';
import { requireResourceType } from '../kubernetes/resourceTypes';
import type { Clock } from '../world/clock';
import { readApplication } from './Application';
import { ApplicationSets } from './applicationSet/ApplicationSets';
import { toObjectKey } from '../kubernetes/KubernetesObject';
import {
  type ApplicationState,
  isSynced,
  toFingerprint,
} from './ApplicationState';
import { readManifests } from '../render/readManifests';
import { renderDirectory } from '../render/renderDirectory';
import { renderApplication } from './renderApplication';
import {
  readRepositoryTree,
  type RepositoryTree,
} from '../render/RepositoryTree';
import { syncApplication } from './syncApplication';
import { toApplicationStatus } from './toApplicationStatus';

const applicationType = requireResourceType(
  'argoproj.io/v1alpha1',
  'Application',
);
const applicationSetType = requireResourceType(
  'argoproj.io/v1alpha1',
  'ApplicationSet',
);
const argocdNamespace = 'argocd';

/**
 * Follows the main branch of a repository from its root Applications and
 * ApplicationSets on, and writes what it asks for to the cluster, a little later each time.
 */
export class ArgoCd {
  readonly #states = new Map<string, ApplicationState>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #sets: ApplicationSets;
  #tree: RepositoryTree | undefined;
  #refreshing: Promise<void> = Promise.resolve();
  #publishing: NodeJS.Timeout | undefined;
  #unsubscribe = () => {};

  constructor(
    private readonly options: {
      repository: GitRepository;
      cluster: Cluster;
      clock: Clock;
      /** File of the Application that was applied by hand, or a folder of such files. */
      rootPath: string;
      /** Milliseconds from seeing a difference until it is synced. */
      syncMs: number;
    },
  ) {
    this.#sets = new ApplicationSets(options.cluster, () => this.#now());
  }

  /** Reads the repository for the first time, and then whenever its main branch moves. */
  async start(): Promise<void> {
    const { cluster, repository } = this.options;
    cluster.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: argocdNamespace },
    });
    const stopListening = repository.events.on('branch-updated', event => {
      if (
        event.repository === repository.fullName &&
        event.branch === repository.defaultBranch
      ) {
        this.refresh();
      }
    });
    const stopWatching = cluster.store.subscribe(event => {
      if (event.object.kind !== applicationType.kind) {
        this.#publishSoon();
      }
    });
    this.#unsubscribe = () => {
      stopListening();
      stopWatching();
    };
    await this.refresh();
  }

  stop(): void {
    this.#unsubscribe();
    this.#timers.forEach(timer => clearTimeout(timer));
    clearTimeout(this.#publishing);
  }

  /** Compares every Application with the newest commit. */
  refresh(): Promise<void> {
    this.#refreshing = this.#refreshing.then(async () => {
      this.#tree = await readRepositoryTree(this.options.repository);
      if (this.#tree) {
        this.#applyRoots(this.#tree);
      }
      for (const state of this.#states.values()) {
        this.#compare(state);
      }
      this.publish();
    });
    return this.#refreshing;
  }

  /** Brings the Application objects up to date with what their resources say. */
  publish(): void {
    const { cluster } = this.options;
    for (const state of this.#states.values()) {
      const object = cluster.store.get(
        applicationType,
        argocdNamespace,
        state.application.name,
      );
      if (object) {
        cluster.store.put({
          ...object,
          status: toApplicationStatus(state, cluster.store),
        });
      }
    }
  }

  /** All applications, by name. */
  list(): ApplicationState[] {
    return [...this.#states]
      .sort(([left], [right]) => left.localeCompare(right))
      .map(([, state]) => state);
  }

  /** The state behind an Application object. */
  find(name: string): ApplicationState | undefined {
    return this.#states.get(name);
  }

  #publishSoon() {
    this.#publishing ??= setTimeout(() => {
      this.#publishing = undefined;
      this.publish();
    }, 20);
  }

  #applyRoots(tree: RepositoryTree) {
    const { cluster, rootPath } = this.options;
    const text = tree.files.get(rootPath);
    const roots =
      text === undefined
        ? renderDirectory(tree, rootPath)
        : readManifests(rootPath, text);
    for (const root of roots) {
      const outcome = cluster.apply(root);
      if (outcome.outcome !== 'applied') {
        continue;
      }
      if (root.kind === applicationSetType.kind) {
        this.#generate(outcome.object, tree);
      } else {
        this.#track(root);
      }
    }
  }

  /** Applications of a set come and go with what its generators find. */
  #generate(set: KubernetesObject, tree: RepositoryTree) {
    const { kept, removed } = this.#sets.expand(set, tree);
    removed.forEach(name => this.#removeWithObject(name));
    kept.forEach(application => {
      this.options.cluster.apply(application);
      this.#track(application);
    });
  }

  #removeWithObject(name: string) {
    this.#remove(name);
    this.options.cluster.remove({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: applicationType.kind,
      metadata: { name, namespace: argocdNamespace },
    });
  }

  #track(manifest: Manifest) {
    const application = readApplication(manifest);
    if (typeof application !== 'string') {
      const known = this.#states.get(application.name);
      this.#states.set(application.name, {
        history: [],
        ...known,
        application,
      });
    }
  }

  #compare(state: ApplicationState) {
    if (!this.#tree) {
      return;
    }
    const { name, isAutomated } = state.application;
    state.target = {
      commit: this.#tree.commit,
      comparedAt: this.#now(),
      rendered: renderApplication(state.application, this.#tree),
    };
    const hasFailed =
      state.operation?.phase === 'Failed' &&
      state.operation.commit === state.target.commit;
    if (
      isAutomated &&
      state.target.rendered.ok &&
      !isSynced(state) &&
      !hasFailed &&
      !this.#timers.has(name)
    ) {
      state.operation = {
        phase: 'Running',
        commit: state.target.commit,
        startedAt: this.#now(),
        resources: [],
      };
      this.#timers.set(
        name,
        setTimeout(() => {
          this.#timers.delete(name);
          const current = this.#states.get(name);
          if (current) {
            this.#sync(current);
          }
        }, this.options.syncMs),
      );
    }
  }

  #sync(state: ApplicationState) {
    const { target } = state;
    if (!target?.rendered.ok) {
      return;
    }
    const { manifests } = target.rendered;
    const before = state.synced?.manifests ?? [];
    const startedAt = state.operation?.startedAt ?? this.#now();
    const resources = syncApplication(this.options.cluster, {
      application: state.application,
      before,
      after: manifests,
      hasChart: target.rendered.sourceTypes.includes('Helm'),
    });
    const isFailed = resources.some(({ status }) => status === 'SyncFailed');
    state.operation = {
      phase: isFailed ? 'Failed' : 'Succeeded',
      message: isFailed
        ? 'one or more objects failed to apply'
        : 'successfully synced (all tasks run)',
      commit: target.commit,
      startedAt,
      finishedAt: this.#now(),
      resources,
    };
    if (!isFailed) {
      state.synced = { manifests, fingerprint: toFingerprint(manifests) };
      state.history.push({
        id: (state.history.at(-1)?.id ?? -1) + 1,
        commit: target.commit,
        deployStartedAt: startedAt,
        deployedAt: this.#now(),
      });
    }
    this.#followChildren(before, manifests);
    this.#publishSoon();
  }

  /** Applications made by an Application live and go with it. */
  #followChildren(before: Manifest[], after: Manifest[]) {
    const children = after.filter(isApplication);
    const kept = new Set(children.map(toObjectKey));
    before
      .filter(isApplication)
      .filter(child => !kept.has(toObjectKey(child)))
      .forEach(child => this.#remove(child.metadata.name));
    children.forEach(child => {
      this.#track(child);
      const state = this.#states.get(child.metadata.name);
      if (state) {
        this.#compare(state);
      }
    });
  }

  #remove(name: string) {
    const state = this.#states.get(name);
    this.#states.delete(name);
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
    const manifests = state?.synced?.manifests ?? [];
    manifests
      .filter(isApplication)
      .forEach(child => this.#remove(child.metadata.name));
    manifests.forEach(manifest => this.options.cluster.remove(manifest));
  }

  #now() {
    return `${this.options.clock.now().toISOString().slice(0, 19)}Z`;
  }
}

function isApplication(manifest: Manifest): boolean {
  return manifest.kind === applicationType.kind;
}
