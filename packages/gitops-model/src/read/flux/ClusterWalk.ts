import { appNameOf } from '../appNameOf';
import { parseManifest } from '../collect/parseManifest';
import type { Manifest } from '../manifests/Manifest';
import { readLimits } from '../readLimits';
import type { Reading } from '../Reading';
import { ClusterObjects, keyOf } from './ClusterObjects';
import type { FluxReading } from './FluxReading';
import {
  isKustomization,
  type Kustomization,
  kustomizationSchema,
} from './Kustomization';
import type { Placed } from './Placed';
import { renderKustomization } from './renderKustomization';
import type { Rendering } from './Rendering';
import { bootstrapName } from './resolveSource';

/** A Kustomization object, and where it was found. */
interface Found {
  manifest: Manifest;
  parent?: string;
  /** Kustomizations above it. */
  depth: number;
}

/**
 * Renders the Kustomizations of one cluster, each once what it refers to is
 * known: a ConfigMap of variables may come from any other Kustomization.
 */
export class ClusterWalk {
  readonly objects = new ClusterObjects();
  readonly #flux: FluxReading;
  readonly #reading: Reading;
  readonly #cluster: string;
  readonly #renderings = new Map<string, Rendering>();
  /** The next one is last. */
  readonly #open: Found[] = [];
  /** By the object they wait for. */
  readonly #waiting = new Map<string, Found[]>();

  constructor(flux: FluxReading, cluster: string) {
    this.#flux = flux;
    this.#reading = flux.reading;
    this.#cluster = cluster;
  }

  get renderings(): Rendering[] {
    return [...this.#renderings.values()];
  }

  /** Walks from a Kustomization that nothing deploys but itself. */
  enter(manifest: Manifest): void {
    this.#open.push({ manifest, depth: 0 });
    this.#walk();
  }

  /** Walks from a root that Git holds no Kustomization for. */
  enterRoot(rendering: Rendering): void {
    this.#finish(rendering, 0);
    this.#walk();
  }

  #walk(): void {
    for (;;) {
      const found = this.#open.pop();
      const next = found ?? this.#takeWaiting();
      if (!next) return;
      this.#visit(next, found === undefined);
    }
  }

  #visit({ manifest, parent, depth }: Found, waited: boolean): void {
    const reading = this.#reading;
    const cluster = this.#cluster;
    const key = keyOf(manifest.kind, manifest.namespace, manifest.name);
    const kustomization = reading.remember(
      this.#flux.memos.kustomizations,
      `${cluster} ${key}`,
      manifest,
      () => parseManifest(reading, kustomizationSchema, manifest, { cluster }),
    );
    if (!kustomization) return;
    const known = this.#renderings.get(key);
    if (known) {
      if (parent !== manifest.name) this.#reportSecond(known, manifest);
      return;
    }
    if (depth >= readLimits.depth) {
      reading.report(
        {
          code: 'too-deep',
          severity: 'error',
          message: `Kustomizations are nested more than ${readLimits.depth} deep.`,
        },
        manifest.source,
      );
      return;
    }
    const missing = this.#missingReference(manifest, kustomization);
    if (missing !== undefined && !waited) {
      const others = this.#waiting.get(missing) ?? [];
      this.#waiting.set(missing, [...others, { manifest, parent, depth }]);
      return;
    }
    const placed = this.#place(manifest, kustomization);
    if (kustomization.spec.suspend) this.#reportSuspended(placed);
    const rendered = renderKustomization(
      this.#flux,
      this.objects,
      placed,
      kustomization,
    );
    this.#finish({ ...rendered, parent, wired: true }, depth);
  }

  #finish(rendering: Rendering, depth: number): void {
    const { placed, manifests } = rendering;
    const { name, namespace, cluster } = placed;
    this.#renderings.set(keyOf('Kustomization', namespace, name), rendering);
    // What lies on another cluster is not reconciled here.
    if (cluster !== this.#cluster) return;
    this.objects.add(manifests);
    const children = manifests
      .filter(isKustomization)
      .map(manifest => ({ manifest, parent: name, depth: depth + 1 }));
    this.#open.push(...children.reverse());
    for (const manifest of manifests) {
      const key = keyOf(manifest.kind, manifest.namespace, manifest.name);
      this.#open.push(...(this.#waiting.get(key) ?? []));
      this.#waiting.delete(key);
    }
  }

  /** The first object a Kustomization refers to that is not known yet. */
  #missingReference(
    { namespace }: Manifest,
    { spec: { sourceRef, postBuild } }: Kustomization,
  ): string | undefined {
    const references = [
      ...(sourceRef.name === bootstrapName ? [] : [sourceRef]),
      ...(postBuild?.substituteFrom ?? []).filter(
        ({ kind }) => kind === 'ConfigMap',
      ),
    ];
    for (const { kind, name, ...reference } of references) {
      const place =
        ('namespace' in reference && reference.namespace) || namespace;
      if (!this.objects.get(kind, place, name)) return keyOf(kind, place, name);
    }
    return undefined;
  }

  #takeWaiting(): Found | undefined {
    for (const [missing, [first, ...others]] of this.#waiting) {
      if (others.length > 0) this.#waiting.set(missing, others);
      else this.#waiting.delete(missing);
      return first;
    }
    return undefined;
  }

  #place(manifest: Manifest, { metadata, spec }: Kustomization): Placed {
    const { name, namespace, source } = manifest;
    const app = appNameOf(this.#reading.profile, metadata.labels, name);
    const { kubeConfig } = spec;
    if (!kubeConfig) {
      return { name, namespace, cluster: this.#cluster, app, source };
    }
    const cluster =
      kubeConfig.secretRef?.name ?? kubeConfig.configMapRef?.name ?? 'unknown';
    this.#reading.report(
      {
        code: 'unknown-destination',
        severity: 'warning',
        message: `The Kustomization ${name} deploys to another cluster by the kubeconfig ${cluster}; what it deploys there is shown, and not what that deploys in turn.`,
        fix: 'Add a root for that cluster to the profile.',
        cluster: this.#cluster,
        app,
      },
      source,
    );
    return { name, namespace, cluster, app, source };
  }

  #reportSuspended({ name, cluster, app, source }: Placed): void {
    this.#reading.report(
      {
        code: 'suspended',
        severity: 'info',
        message: `The Kustomization ${name} is suspended: what changes in Git is not applied.`,
        fix: 'Resume it, or remove it.',
        cluster,
        app,
      },
      source,
    );
  }

  #reportSecond(known: Rendering, { name, source }: Manifest): void {
    const { placed } = known;
    const same =
      placed.source.file === source.file && placed.source.line === source.line;
    this.#reading.report(
      same
        ? {
            code: 'cyclic-reference',
            severity: 'warning',
            message: `The Kustomization ${name} is deployed by more than one Kustomization, or by one that it deploys.`,
            fix: 'Let one Kustomization deploy it.',
            cluster: this.#cluster,
          }
        : {
            code: 'duplicate-unit',
            severity: 'error',
            message: `There are two Kustomizations ${name} on ${this.#cluster}; the other is in ${placed.source.file} line ${placed.source.line}.`,
            fix: 'Rename one of the two.',
            cluster: this.#cluster,
          },
      source,
    );
  }
}
