import { isDeepStrictEqual } from 'node:util';
import { Application } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { ExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1beta1/ExternalSecret';
import { HTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute';
import { toError } from '@backstage/errors';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { Service } from 'kubernetes-models/v1/Service';
import type { Finding } from '../../finding/Finding';
import type { FileEdit } from '../../plan/Plan';
import { isYamlFile, readManifests } from '../readManifests';
import { refusal } from '../refusal';
import { readVariables } from './readVariables';

interface Validatable {
  validate(): void;
}

type Manifest = Record<string, unknown>;

/**
 * Schemas of what blocks write, by API version and kind. ExternalSecret v1 has
 * the fields of v1beta1, whose schema is the newest that is published as
 * CommonJS; a field that v1 dropped would pass here.
 */
const schemas: ReadonlyMap<string, (manifest: Manifest) => Validatable> =
  new Map<string, (manifest: Manifest) => Validatable>([
    ['apps/v1 Deployment', manifest => model(Deployment, manifest)],
    [
      'autoscaling/v2 HorizontalPodAutoscaler',
      manifest => model(HorizontalPodAutoscaler, manifest),
    ],
    ['v1 ConfigMap', manifest => model(ConfigMap, manifest)],
    ['v1 Namespace', manifest => model(Namespace, manifest)],
    ['v1 Service', manifest => model(Service, manifest)],
    [
      'v1 PersistentVolumeClaim',
      manifest => model(PersistentVolumeClaim, manifest),
    ],
    [
      'gateway.networking.k8s.io/v1 HTTPRoute',
      manifest => model(HTTPRoute, manifest),
    ],
    [
      'argoproj.io/v1alpha1 Application',
      manifest => model(Application, manifest),
    ],
    [
      'external-secrets.io/v1 ExternalSecret',
      manifest =>
        model(ExternalSecret, {
          ...manifest,
          apiVersion: ExternalSecret.apiVersion,
        }),
    ],
  ]);

/** Kinds that no cluster reads: kustomize does, and the portal. */
const unchecked = new Set([
  'backstage.io/v1alpha1 Component',
  'kustomize.config.k8s.io/v1beta1 Kustomization',
]);

/** Holds every changed manifest of a plan against its Kubernetes schema. */
export function checkManifests(edits: readonly FileEdit[]): Finding[] {
  return edits.flatMap(edit => {
    if (edit.kind === 'delete' || !isYamlFile(edit.path)) return [];
    const before = edit.kind === 'change' ? readManifests(edit.before) : [];
    const changed = readManifests(edit.after).filter(
      manifest => !before.some(other => isDeepStrictEqual(other, manifest)),
    );
    return changed.flatMap(manifest => {
      const type = `${String(manifest.apiVersion)} ${String(manifest.kind)}`;
      const schema = schemas.get(type);
      if (schema) return validate(schema, manifest, type, edit.path);
      if (unchecked.has(type)) return [];
      const finding: Finding = {
        code: 'schema-unknown',
        severity: 'info',
        message: `${edit.path} holds a ${type}, whose schema is not known here.`,
        fix: 'Look at this manifest with care; the cluster is the first to check it.',
        file: edit.path,
      };
      return [finding];
    });
  });
}

/** The constructors want typed data; what they get is checked by `validate`. */
function model(Model: new () => Validatable, manifest: Manifest): Validatable {
  return Object.assign(new Model(), manifest);
}

function validate(
  schema: (manifest: Manifest) => Validatable,
  manifest: Manifest,
  type: string,
  file: string,
): Finding[] {
  const failures = readVariables(manifest).map(reading =>
    failureOf(schema(reading)),
  );
  const [failure] = failures;
  return failure === undefined || failures.includes(undefined)
    ? []
    : [
        refusal('manifest-invalid', {
          message: `${file} is no valid ${type}: ${failure}.`,
          fix: 'Correct the manifest; the cluster would refuse it.',
          file,
        }),
      ];
}

function failureOf(manifest: Validatable): string | undefined {
  try {
    manifest.validate();
    return undefined;
  } catch (error) {
    return toError(error).message;
  }
}
