import { Application } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { ApplicationSet } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import { AppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { Certificate } from '@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate';
import { Cluster } from '@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1/Cluster';
import { Pooler } from '@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1/Pooler';
import { ExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1beta1/ExternalSecret';
import { Gateway } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway';
import { HTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute';
import { ReferenceGrant } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1beta1/ReferenceGrant';
import { PolicyException } from '@kubernetes-models/kyverno/kyverno.io/v2beta1/PolicyException';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { Service } from 'kubernetes-models/v1/Service';
import { z } from 'zod';
import type { ManifestSchema } from './ManifestSchema';

interface Model {
  new (): { validate(): void };
  apiVersion: string;
  kind: string;
}

const failureSchema = z.object({
  errors: z.array(
    z.object({
      instancePath: z.string(),
      keyword: z.string(),
      message: z.string().default(''),
    }),
  ),
});

const jointKeywords = new Set(['anyOf', 'if', 'not', 'oneOf']);

const models: readonly Model[] = [
  Application,
  ApplicationSet,
  AppProject,
  Certificate,
  Cluster,
  ConfigMap,
  Deployment,
  Gateway,
  HTTPRoute,
  HorizontalPodAutoscaler,
  Namespace,
  NetworkPolicy,
  PersistentVolumeClaim,
  PodDisruptionBudget,
  Pooler,
  ReferenceGrant,
  Service,
];

/**
 * Schemas that packages publish as CommonJS, which the backend can load. They
 * let fields pass that nobody knows. Two versions have the fields of the one
 * before, which is the newest of its kind there; a field that they dropped would
 * pass as well.
 */
export const publishedSchemas: ReadonlyMap<string, ManifestSchema> = new Map([
  ...models.map((model): [string, ManifestSchema] => [
    `${model.apiVersion} ${model.kind}`,
    manifest => problemsOf(model, manifest),
  ]),
  [
    'external-secrets.io/v1 ExternalSecret',
    manifest => problemsOf(ExternalSecret, manifest),
  ],
  [
    'kyverno.io/v2 PolicyException',
    manifest => problemsOf(PolicyException, manifest),
  ],
]);

/** The constructors want typed data; what they get is checked by `validate`. */
function problemsOf(
  Model: Model,
  manifest: Parameters<ManifestSchema>[0],
): ReturnType<ManifestSchema> {
  const candidate = Object.assign(new Model(), manifest, {
    apiVersion: Model.apiVersion,
  });
  try {
    candidate.validate();
    return [];
  } catch (error) {
    const { data } = failureSchema.safeParse(error);
    if (!data) throw error;
    return data.errors.map(({ instancePath, keyword, message }) => ({
      path: instancePath
        .split('/')
        .slice(1)
        .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~')),
      message,
      isJoint: jointKeywords.has(keyword),
    }));
  }
}
