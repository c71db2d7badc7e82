import { isRecord } from '../isRecord';
import { type FieldSpec, isOfType } from './FieldSpec';
import type { Resource } from './Resource';
import {
  effectiveNamespace,
  groupVersionOf,
  isClusterScopedType,
} from './ResourceId';
import type { BackReference, Step } from './Step';
import { changeAt, splitPath, withEntry } from './tree';

/**
 * Writes the names that objects got into the fields that refer to them. Where
 * no object was renamed, nothing is done: the namespaces of subjects, which
 * kustomize also follows up, are not read.
 */
export function fixReferences(
  step: Step,
  resources: readonly Resource[],
  backReferences: readonly BackReference[],
): void {
  const renamed = resources.filter(resource =>
    resource.previousIds.some(({ name }) => name !== resource.id.name),
  );
  if (renamed.length === 0) return;
  const candidates = resources.filter(
    resource => resource.previousIds.length > 0,
  );
  for (const target of backReferences) {
    const wasOfType = (resource: Resource) =>
      resource.previousIds.some(id => isOfType(id, target));
    if (!renamed.some(wasOfType)) continue;
    const named = candidates.filter(wasOfType);
    for (const field of target.fieldSpecs) {
      const path = splitPath(field.path, '/');
      for (const referrer of resources) {
        if (!isOfType(referrer.originalId, field)) continue;
        const follow = (found: unknown) =>
          fixField(step, found, { referrer, field, named });
        referrer.change(changeAt(referrer.value, path, follow));
      }
    }
  }
}

interface Reference {
  referrer: Resource;
  field: FieldSpec;
  /** Objects of the kind that is referred to. */
  named: readonly Resource[];
}

function fixField(step: Step, found: unknown, reference: Reference): unknown {
  if (Array.isArray(found)) {
    const items = found.map(item => fixField(step, item, reference));
    return items.every((item, index) => item === found[index]) ? found : items;
  }
  if (typeof found === 'string') {
    return select(step, found, reference.named, reference)?.id.name ?? found;
  }
  if (!isRecord(found) || typeof found.name !== 'string') return found;
  const { namespace } = found;
  const inNamespace =
    typeof namespace === 'string'
      ? reference.named.filter(resource =>
          [resource.originalId, resource.id].some(
            id => effectiveNamespace(id) === namespace,
          ),
        )
      : reference.named;
  const referral = select(step, found.name, inNamespace, reference);
  if (!referral) return found;
  const { id } = referral;
  const renamed =
    id.name === found.name ? found : withEntry(found, 'name', id.name);
  return id.namespace === '' || id.namespace === namespace
    ? renamed
    : withEntry(renamed, 'namespace', id.namespace);
}

function select(
  step: Step,
  name: string,
  named: readonly Resource[],
  { referrer, field }: Reference,
): Resource | undefined {
  const reachable = named.filter(
    candidate =>
      candidate.previousIds.some(id => id.name === name) &&
      isReachable(candidate, referrer) &&
      isRoleMeant(candidate, referrer, field),
  );
  if (reachable.length <= 1) return reachable[0];
  const close = reachable.filter(candidate =>
    isClose(candidate, referrer, true),
  );
  const closest =
    close.length > 1
      ? close.filter(candidate => isClose(candidate, referrer, false))
      : close;
  if (new Set(closest.map(({ id }) => id.name)).size > 1) {
    step.refuse(
      'invalid-manifest',
      `${referrer.id.kind} ${referrer.id.name} refers to ${name}, and kustomize cannot tell which of several objects is meant.`,
      referrer.source,
      'Give the objects different names.',
    );
    return undefined;
  }
  return closest[0];
}

function isReachable(candidate: Resource, referrer: Resource): boolean {
  const { id } = candidate;
  return (
    isClusterScopedType(id) ||
    isClusterScopedType(referrer.id) ||
    effectiveNamespace(id) === effectiveNamespace(referrer.id) ||
    (id.kind === 'ServiceAccount' && bindsIn(referrer, id.namespace))
  );
}

/** Whether an object is a RoleBinding for a service account of that namespace. */
function bindsIn({ value }: Resource, namespace: string): boolean {
  return (
    value.kind === 'RoleBinding' &&
    Array.isArray(value.subjects) &&
    value.subjects.some(
      subject =>
        isRecord(subject) &&
        subject.kind === 'ServiceAccount' &&
        subject.namespace === namespace,
    )
  );
}

function isRoleMeant(
  candidate: Resource,
  { value }: Resource,
  { path }: FieldSpec,
): boolean {
  const { roleRef } = value;
  if (!path.endsWith('roleRef/name') || !isRecord(roleRef)) return true;
  if (
    typeof roleRef.kind !== 'string' ||
    typeof roleRef.apiGroup !== 'string'
  ) {
    return true;
  }
  const { kind } = roleRef;
  const { group } = groupVersionOf({ apiVersion: `${roleRef.apiGroup}/` });
  return candidate.previousIds.some(id => isOfType(id, { group, kind }));
}

/** Whether two objects went through the same kustomizations, as far as their affixes tell. */
function isClose(
  one: Resource,
  other: Resource,
  emptyMatches: boolean,
): boolean {
  return (
    endsAlike(one.prefixes, other.prefixes, emptyMatches) &&
    endsAlike(one.suffixes, other.suffixes, emptyMatches)
  );
}

function endsAlike(
  one: readonly string[],
  other: readonly string[],
  emptyMatches: boolean,
): boolean {
  if (one.length === 0 || other.length === 0) {
    return emptyMatches || one.length === other.length;
  }
  const shorter = Math.min(one.length, other.length);
  return (
    JSON.stringify(one.slice(-shorter)) ===
    JSON.stringify(other.slice(-shorter))
  );
}
