import type { z } from 'zod';
import type { ManifestSchema, SchemaProblem } from './ManifestSchema';
import { ciliumNetworkPolicySchema } from './resources/ciliumNetworkPolicySchema';
import { fluxKustomizationSchema } from './resources/fluxKustomizationSchema';
import { helmReleaseSchema } from './resources/helmReleaseSchema';
import { helmRepositorySchema } from './resources/helmRepositorySchema';
import { keycloakClientSchema } from './resources/keycloakClientSchema';
import { keycloakRealmImportSchema } from './resources/keycloakRealmImportSchema';
import { ociRepositorySchema } from './resources/ociRepositorySchema';
import { postgresDatabaseSchema } from './resources/postgresDatabaseSchema';

/** Schemas of kinds that no package publishes in a form that the backend can load. */
export const resourceSchemas: ReadonlyMap<string, ManifestSchema> = new Map(
  (
    [
      ['cilium.io/v2 CiliumNetworkPolicy', ciliumNetworkPolicySchema],
      ['helm.toolkit.fluxcd.io/v2 HelmRelease', helmReleaseSchema],
      [
        'k8s.keycloak.org/v2alpha1 KeycloakRealmImport',
        keycloakRealmImportSchema,
      ],
      ['kustomize.toolkit.fluxcd.io/v1 Kustomization', fluxKustomizationSchema],
      ['postgresql.cnpg.io/v1 Database', postgresDatabaseSchema],
      ['source.toolkit.fluxcd.io/v1 HelmRepository', helmRepositorySchema],
      ['source.toolkit.fluxcd.io/v1 OCIRepository', ociRepositorySchema],
      ['v1.edp.epam.com/v1 KeycloakClient', keycloakClientSchema],
    ] satisfies [string, z.ZodType][]
  ).map(([type, schema]): [string, ManifestSchema] => [
    type,
    manifest => (schema.safeParse(manifest).error?.issues ?? []).map(toProblem),
  ]),
);

function toProblem(issue: z.core.$ZodIssue): SchemaProblem {
  return { path: issue.path.map(String), message: messageOf(issue) };
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected}`;
    case 'unrecognized_keys':
      return `must not have ${issue.keys.join(', ')}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    case 'invalid_format':
      return `must match ${issue.pattern ?? issue.format}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    default:
      return issue.message;
  }
}

/** What the size of a value is counted in. */
function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' items' : '';
}
