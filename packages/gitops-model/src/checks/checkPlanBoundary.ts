import { z } from 'zod';
import type { Finding } from '../finding/Finding';
import type { FileEdit } from '../plan/Plan';
import { blockOptions } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { WritableProfile } from '../profile/Profile';
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
  'Deployment',
  'ExternalSecret',
  'HTTPRoute',
  'Kustomization',
  'Namespace',
  'PersistentVolumeClaim',
  'Service',
]);

/**
 * The last word on what a plan may touch, whatever the blocks did: the
 * directories of the apps in question and the files that the profile lists.
 */
export function checkPlanBoundary(
  edits: readonly FileEdit[],
  apps: readonly string[],
  profile: WritableProfile,
): Finding[] {
  return edits.flatMap(edit => [
    ...checkPath(edit, apps, profile),
    ...checkKinds(edit, apps, profile),
  ]);
}

function checkPath(
  { kind, path }: FileEdit,
  apps: readonly string[],
  profile: WritableProfile,
): Finding[] {
  const isPlain = path
    .split('/')
    .every(segment => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(segment));
  const isAllowed = apps.some(app => {
    const directory = expandNames(profile.appDirectory, { app });
    const listed = profile.blocks.some(
      ({ file }) =>
        expandNames(file, { app }) === path &&
        // What other apps have lines in is never deleted.
        (kind !== 'delete' || file.includes('{app}')),
    );
    return listed || path.startsWith(`${directory}/`);
  });
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

function checkKinds(
  edit: FileEdit,
  apps: readonly string[],
  profile: WritableProfile,
): Finding[] {
  if (edit.kind !== 'create' || !isYamlFile(edit.path)) return [];
  const argocd = blockOptions(profile, 'argocd-application')?.namespace;
  return readManifests(edit.after).flatMap(manifest => {
    const { data } = manifestSchema.safeParse(manifest);
    const namespace = data?.metadata?.namespace;
    const isOwn =
      namespace === undefined ||
      apps.includes(namespace) ||
      (data?.kind === 'Application' && namespace === argocd);
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
