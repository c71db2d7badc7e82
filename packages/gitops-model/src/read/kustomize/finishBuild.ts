import { isRecord } from '../isRecord';
import { isClusterScoped } from '../manifests/isClusterScoped';
import type { Manifest } from '../manifests/Manifest';
import { rename } from './addAffixes';
import { builtInBackReferences } from './backReferences';
import { fixReferences } from './fixReferences';
import { hashOf } from './hashOf';
import type { Resource } from './Resource';
import type { Step } from './Step';
import { entryOf, type Tree } from './tree';

const localOnly = 'config.kubernetes.io/local-config';

/** What comes once, after all kustomizations of a build: hashes, references to names, and what is only for kustomize itself. */
export function finishBuild(
  step: Step,
  resources: readonly Resource[],
): Manifest[] {
  for (const resource of resources) {
    if (!resource.hashed) continue;
    const hash = hashOf(resource.value);
    rename(resource, name => `${name}-${hash}`);
  }
  fixReferences(step, resources, [
    ...builtInBackReferences,
    ...step.gathered.backReferences,
  ]);
  return resources.filter(isApplied).map(toManifest);
}

function isApplied({ value: { metadata } }: Resource): boolean {
  const annotations = isRecord(metadata) ? metadata.annotations : undefined;
  return ['false', undefined].some(
    applied => entryOf(annotations, localOnly) === applied,
  );
}

function toManifest(resource: Resource): Manifest {
  const { id, source, document, dataSources } = resource;
  return {
    group: id.group,
    kind: id.kind,
    name: id.name,
    namespace:
      id.namespace === '' || isClusterScoped(id.kind)
        ? undefined
        : id.namespace,
    value: withoutSecrets(resource.value),
    source,
    document,
    ...(dataSources ? { dataSources } : {}),
  };
}

/** The values of Secrets end here. */
function withoutSecrets(value: Tree): Tree {
  if (value.kind !== 'Secret') return value;
  const { data: _data, stringData: _stringData, ...rest } = value;
  return rest;
}
