import type { AppReference, Volume } from '@internal/plugin-ceph-common';
import type { Pod } from '@internal/upstream';
import type { Inventory } from '../inventory/Inventory';
import { lastKnown } from '../inventory/Kept';
import type { Claim } from '../inventory/kubernetes/claimSchema';

/** `labels`: no pod mounts it now, and its own labels are those of the app. */
export type UsageProof = 'mount' | 'labels';

export interface Usage {
  pods: Volume['pods'];
  apps: AppReference[];
  proof: UsageProof;
}

/** Who uses which claim, from the pods that mount it. */
export class UsageIndex {
  readonly #inventory: Inventory;
  readonly #podsByClaim = new Map<string, Pod[]>();

  constructor(inventory: Inventory) {
    this.#inventory = inventory;
    for (const pod of lastKnown(inventory.kubernetes.pods)) {
      if (hasEnded(pod)) continue;
      for (const claim of listClaims(pod)) {
        const key = `${pod.metadata.namespace}/${claim}`;
        const pods = this.#podsByClaim.get(key);
        if (pods) pods.push(pod);
        else this.#podsByClaim.set(key, [pod]);
      }
    }
  }

  /** `claim` adds its labels, where it is known. */
  find(reference: { namespace: string; name: string }, claim?: Claim): Usage {
    const { namespace, name } = reference;
    const pods = [
      ...(this.#podsByClaim.get(`${namespace}/${name}`) ?? []),
    ].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
    if (pods.length > 0) {
      return {
        proof: 'mount',
        pods: pods.map(({ metadata, spec }) => ({
          namespace: metadata.namespace,
          name: metadata.name,
          node: spec.nodeName,
        })),
        apps: unique(pods.map(pod => this.toApp(pod))),
      };
    }
    const app = claim && this.#findApp(namespace, claim.metadata.labels);
    return { proof: 'labels', pods: [], apps: app ? [app] : [] };
  }

  /** The app of the catalog that a pod belongs to; else its controller, or the pod itself. */
  toApp(pod: Pod): AppReference {
    const { namespace, name, labels } = pod.metadata;
    return (
      this.#findApp(namespace, labels) ?? {
        namespace,
        name: nameController(pod) ?? name,
      }
    );
  }

  #findApp(
    namespace: string,
    labels: Record<string, string>,
  ): AppReference | undefined {
    const { apps, platform, cluster } = this.#inventory;
    return apps.state === 'unread'
      ? undefined
      : apps.value.find({ platform, cluster, namespace, labels });
  }
}

/** What keeps two apps apart. */
export function appKey({ entityRef, namespace, name }: AppReference): string {
  return entityRef ?? `${namespace}/${name}`;
}

function unique(apps: readonly AppReference[]): AppReference[] {
  return [...new Map(apps.map(app => [appKey(app), app])).values()];
}

/** A pod that ran to its end mounts nothing any more. */
function hasEnded({ status }: Pod): boolean {
  return status.phase === 'Succeeded' || status.phase === 'Failed';
}

function listClaims({ metadata, spec }: Pod): string[] {
  return spec.volumes.flatMap(({ name, persistentVolumeClaim, ephemeral }) => {
    if (persistentVolumeClaim) return [persistentVolumeClaim.claimName];
    return ephemeral ? [`${metadata.name}-${name}`] : [];
  });
}

function nameController({ metadata }: Pod): string | undefined {
  const owner = metadata.ownerReferences.find(({ controller }) => controller);
  const hash = metadata.labels['pod-template-hash'];
  return owner?.kind === 'ReplicaSet' && hash
    ? withoutEnd(owner.name, `-${hash}`)
    : owner?.name;
}

function withoutEnd(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length) : text;
}
