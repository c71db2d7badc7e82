import { z } from 'zod';
import type { BlockContext } from '../blocks/Block';
import type { Finding } from '../finding/Finding';
import type { FileEdit } from '../plan/Plan';
import { blockOptions, blocksOf } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import { isOneApps } from '../profile/isOneApps';
import type { AnyBlockOptions } from '../profile/Profile';
import { isYamlFile, readManifests } from './readManifests';
import { refusal } from './refusal';

const manifestSchema = z.object({
  kind: z.string(),
  metadata: z
    .object({ name: z.string().optional(), namespace: z.string().optional() })
    .optional(),
});

/** Kinds that blocks write, and nothing else ever. */
const writtenKinds = new Set([
  'Application',
  'Certificate',
  'Component',
  'CiliumNetworkPolicy',
  'Deployment',
  'ExternalSecret',
  'HTTPRoute',
  'HelmRelease',
  'HelmRepository',
  'HorizontalPodAutoscaler',
  'KeycloakClient',
  'Kustomization',
  'Namespace',
  'NetworkPolicy',
  'OCIRepository',
  'PersistentVolumeClaim',
  'PodDisruptionBudget',
  'PolicyException',
  'Pooler',
  'ReferenceGrant',
  'Service',
]);

/**
 * The last word on what a plan may touch, whatever the blocks did: the
 * directories of the apps in question and the files that the profile lists.
 */
export function checkPlanBoundary(
  edits: readonly FileEdit[],
  places: readonly BlockContext[],
): Finding[] {
  return edits.flatMap(edit => [
    ...checkPath(edit, places),
    ...checkKinds(edit, places),
  ]);
}

function checkPath(
  { kind, path }: FileEdit,
  places: readonly BlockContext[],
): Finding[] {
  const isPlain = path
    .split('/')
    .every(segment => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(segment));
  const isAllowed = places.some(place => mayTouch(path, kind, place));
  return isPlain && isAllowed
    ? []
    : [
        refusal('edit-outside-app', {
          message: `The plan touches ${path}, which belongs to no app of the request and to no list of the profile.`,
          fix: 'Report this to the platform team; nothing is written.',
          file: path,
        }),
      ];
}

/** Whether a file lies in an app's directory or is one the profile lists for it. */
export function mayTouch(
  path: string,
  kind: FileEdit['kind'],
  { profile, layout, names }: BlockContext,
): boolean {
  return (
    path.startsWith(`${names.directory}/`) ||
    blocksOf(profile, layout)
      .flatMap(filesOf)
      .some(
        file =>
          isPathOf(expandNames(file, names), path) &&
          // What other apps have lines in is never deleted.
          (kind !== 'delete' || isOneApps(file)),
      )
  );
}

function filesOf(options: AnyBlockOptions): string[] {
  return [
    options.file,
    ...('list' in options && options.list ? [options.list] : []),
    ...('furtherFile' in options ? [options.furtherFile] : []),
    ...('variablesFile' in options ? [options.variablesFile] : []),
  ];
}

/** Where one file per host is meant, any host's. */
function isPathOf(pattern: string, path: string): boolean {
  const [before, after] = pattern.split('{host}');
  return after === undefined
    ? pattern === path
    : path.startsWith(before) &&
        path.endsWith(after) &&
        /^[a-z0-9-]+$/.test(
          path.slice(before.length, path.length - after.length),
        );
}

function checkKinds(
  edit: FileEdit,
  places: readonly BlockContext[],
): Finding[] {
  if (edit.kind !== 'create' || !isYamlFile(edit.path)) return [];
  const elsewhere = places.flatMap(({ profile, layout }) => [
    ...blockOptions(profile, layout, 'argocd-application').map(
      ({ namespace }) => ({ kind: 'Application', namespace }),
    ),
    ...blockOptions(profile, layout, 'chart-application').map(
      ({ namespace }) => ({ kind: 'Application', namespace }),
    ),
    ...blockOptions(profile, layout, 'flux-kustomization').map(
      ({ namespace }) => ({ kind: 'Kustomization', namespace }),
    ),
    ...blockOptions(profile, layout, 'http-route').map(({ namespace }) => ({
      kind: 'HTTPRoute',
      namespace,
    })),
    ...blockOptions(profile, layout, 'certificate').map(({ namespace }) => ({
      kind: 'Certificate',
      namespace,
    })),
    ...blockOptions(profile, layout, 'policy-exception').map(
      ({ namespace }) => ({ kind: 'PolicyException', namespace }),
    ),
    ...blockOptions(profile, layout, 'postgres-pooler').flatMap(
      ({ namespace }) => [
        { kind: 'Pooler', namespace },
        { kind: 'PodDisruptionBudget', namespace },
      ],
    ),
  ]);
  return readManifests(edit.after).flatMap(manifest => {
    const { data } = manifestSchema.safeParse(manifest);
    const namespace = data?.metadata?.namespace;
    const isOwn =
      namespace === undefined ||
      places.some(({ names }) => names.namespace === namespace) ||
      elsewhere.some(
        unit => unit.kind === data?.kind && unit.namespace === namespace,
      );
    return data && writtenKinds.has(data.kind) && isOwn
      ? []
      : [
          refusal('manifest-unexpected', {
            message: `${edit.path} would hold a ${data?.kind ?? 'thing'} in ${namespace ?? 'no namespace'}, which no block writes.`,
            fix: 'Report this to the platform team; nothing is written.',
            file: edit.path,
          }),
        ];
  });
}
