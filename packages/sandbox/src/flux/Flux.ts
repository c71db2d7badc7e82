import { posix } from 'node:path';
import type { GitRepository } from '../git/GitRepository';
import type { Cluster } from '../kubernetes/Cluster';
import type {
  KubernetesObject,
  Manifest,
} from '../kubernetes/KubernetesObject';
import type { StoreEvent } from '../kubernetes/ObjectStore';
import { findResourceType } from '../kubernetes/resourceTypes';
import type { Clock } from '../world/clock';
import type { Faults, FaultSystem } from '../world/faults';
import { readManifests } from '../render/readManifests';
import {
  readRepositoryTree,
  type RepositoryTree,
} from '../render/RepositoryTree';
import { failed } from './conditions';
import {
  type FluxContext,
  fluxNamespace,
  helmReleaseType,
  kustomizationType,
  putFluxStatus,
  type ReconcileOutcome,
} from './FluxContext';
import { reconcileHelmRelease } from './reconcileHelmRelease';
import { reconcileKustomization } from './reconcileKustomization';
import { toSourceStatus } from './toSourceStatus';

const sourceKinds = ['GitRepository', 'OCIRepository', 'HelmRepository'];
const longestRetryMs = 5_000;

/**
 * Stands for the controllers of Flux in one cluster: fetches the main branch
 * when it moves, and reconciles Kustomizations and HelmReleases, a little later
 * each time.
 */
export class Flux {
  readonly #timers = new Map<string, { timer: NodeJS.Timeout; due: number }>();
  /** Reconciliations that wait for something in the cluster, by key. */
  readonly #waiting = new Map<string, KubernetesObject>();
  readonly #failures = new Map<string, number>();
  readonly #applied = new Map<string, Manifest[]>();
  readonly #waitingSince: FluxContext['waitingSince'] = new Map();
  #tree: RepositoryTree | undefined;
  #fetching: Promise<void> = Promise.resolve();
  #unsubscribe = () => {};

  constructor(
    private readonly options: {
      repository: GitRepository;
      cluster: Cluster;
      clock: Clock;
      faults: Faults;
      /** Whose faults hit the controllers. */
      system: FaultSystem;
      /** Folder whose `flux-system/gotk-sync.yaml` was applied by hand. */
      path: string;
      /** Milliseconds from seeing a change until it is reconciled. */
      reconcileMs: number;
    },
  ) {}

  /** Fetches the repository for the first time, and then whenever its main branch moves. */
  async start(): Promise<void> {
    const { cluster, repository } = this.options;
    cluster.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: fluxNamespace },
    });
    const stopListening = repository.events.on('branch-updated', event => {
      if (
        event.repository === repository.fullName &&
        event.branch === repository.defaultBranch
      ) {
        this.#schedule('fetch', () => this.fetch());
      }
    });
    const stopWatching = cluster.store.subscribe(event => this.#handle(event));
    this.#unsubscribe = () => {
      stopListening();
      stopWatching();
    };
    await this.fetch();
    const sync = posix.join(this.options.path, 'flux-system/gotk-sync.yaml');
    readManifests(sync, this.#tree?.files.get(sync) ?? '').forEach(manifest =>
      cluster.apply(manifest),
    );
  }

  stop(): void {
    this.#unsubscribe();
    this.#timers.forEach(({ timer }) => clearTimeout(timer));
    this.#timers.clear();
  }

  /** Reads the newest commit, and lets every Kustomization know. */
  fetch(): Promise<void> {
    this.#fetching = this.#fetching.then(async () => {
      const tree = await readRepositoryTree(this.options.repository);
      if (tree && tree.commit !== this.#tree?.commit) {
        this.#tree = tree;
        this.options.cluster.store
          .all()
          .filter(({ kind }) => kind === 'GitRepository')
          .forEach(source => this.#putSource(source));
        this.options.cluster.store
          .list(kustomizationType)
          .forEach(object => this.#reconcileSoon(object));
      }
    });
    return this.#fetching;
  }

  #handle({ type, object, previous }: StoreEvent) {
    const isOurs =
      object.kind === helmReleaseType.kind ||
      object.kind === kustomizationType.kind;
    if (type === 'DELETED') {
      if (isOurs) {
        this.#forget(object);
      }
    } else if (object.metadata.generation !== previous?.metadata.generation) {
      if (isOurs) {
        this.#reconcileSoon(object);
      } else if (sourceKinds.includes(object.kind)) {
        this.#putSource(object);
      }
    }
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    waiting.forEach(one => this.#reconcileSoon(one));
  }

  /** What an object wrote goes with it. */
  #forget(object: KubernetesObject) {
    const { uid } = object.metadata;
    (this.#applied.get(uid) ?? []).forEach(manifest =>
      this.options.cluster.remove(manifest),
    );
    this.#applied.delete(uid);
    this.#waitingSince.delete(uid);
    this.#waiting.delete(uid);
  }

  #putSource(object: KubernetesObject) {
    const { clock, cluster } = this.options;
    const now = `${clock.now().toISOString().slice(0, 19)}Z`;
    cluster.store.put({
      ...object,
      status: toSourceStatus(object, this.#revision(), now),
    });
  }

  #reconcileSoon(object: KubernetesObject, delayMs?: number) {
    const { uid } = object.metadata;
    this.#schedule(uid, () => this.#reconcile(object), delayMs);
  }

  #reconcile(object: KubernetesObject) {
    const type = findResourceType(object);
    const { uid, namespace, name } = object.metadata;
    const current =
      type && this.options.cluster.store.get(type, namespace, name);
    if (current?.metadata.uid !== uid) {
      return;
    }
    const outcome = this.#step(current);
    const failures =
      outcome === 'failed' ? (this.#failures.get(uid) ?? 0) + 1 : 0;
    this.#failures.set(uid, failures);
    if (outcome === 'waits') {
      this.#waiting.set(uid, current);
      this.#reconcileSoon(current, longestRetryMs);
    } else if (outcome === 'failed') {
      this.#reconcileSoon(
        current,
        Math.min(this.options.reconcileMs * 2 ** failures, longestRetryMs),
      );
    }
  }

  #step(object: KubernetesObject): ReconcileOutcome {
    const { cluster, clock, faults, system } = this.options;
    const tree = this.#tree;
    if (!tree) {
      return 'failed';
    }
    const context: FluxContext = {
      cluster,
      tree,
      revision: this.#revision(),
      applied: this.#applied,
      waitingSince: this.#waitingSince,
      now: () => clock.now(),
    };
    const fault = faults.take(system, {
      method: 'RECONCILE',
      url: `${object.kind}/${object.metadata.namespace}/${object.metadata.name}`,
    });
    switch (fault?.kind) {
      case undefined:
        return object.kind === helmReleaseType.kind
          ? reconcileHelmRelease(context, object)
          : reconcileKustomization(context, object);
      case 'unavailable':
      case 'slow':
        return 'failed';
      case 'malformed':
        putFluxStatus(
          context,
          object,
          failed('ArtifactFailed', 'failed to untar artifact: unexpected EOF'),
        );
        return 'failed';
      default:
        putFluxStatus(
          context,
          object,
          failed(
            'ReconciliationFailed',
            fault?.kind === 'forbidden'
              ? 'namespaces is forbidden: User "system:serviceaccount:flux-system:kustomize-controller" cannot patch resource'
              : 'client rate limiter Wait returned an error: context deadline exceeded',
          ),
        );
        return 'failed';
    }
  }

  #revision() {
    return `${this.options.repository.defaultBranch}@sha1:${this.#tree?.commit ?? ''}`;
  }

  /** An earlier time wins over a later one. */
  #schedule(
    key: string,
    run: () => unknown,
    delayMs = this.options.reconcileMs,
  ) {
    const planned = this.#timers.get(key);
    const due = Date.now() + delayMs;
    if (planned && planned.due <= due) {
      return;
    }
    clearTimeout(planned?.timer);
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      run();
    }, delayMs);
    this.#timers.set(key, { timer, due });
  }
}
