import type { RenderedUnit } from '../read/RenderedUnit';
import { changedFields } from './changedFields';
import type { ObjectChange, ObjectComparison } from './ObjectChange';

interface Found {
  identity: Omit<ObjectChange, 'change' | 'fields'>;
  value: unknown;
}

/** What is deployed otherwise after than before; units that are the same object are not looked into. */
export function compareObjects(
  before: readonly RenderedUnit[],
  after: readonly RenderedUnit[],
): ObjectComparison {
  const known = new Set(before);
  const kept = new Set(after.filter(unit => known.has(unit)));
  const touched = (units: readonly RenderedUnit[]) =>
    units.filter(unit => !kept.has(unit));
  const [gone, come] = [touched(before), touched(after)];
  const one = findObjects(gone);
  const other = findObjects(come);
  const keys = [...new Set([...one.keys(), ...other.keys()])].sort();
  return {
    changes: keys.flatMap(key => compare(one.get(key), other.get(key))),
    unread: [
      ...new Set(
        [...gone, ...come].flatMap(({ unit }) =>
          unit.buildable ? [] : [unit.name],
        ),
      ),
    ].sort(),
  };
}

function compare(
  before: Found | undefined,
  after: Found | undefined,
): ObjectChange[] {
  if (!before) {
    return after ? [{ change: 'added', ...after.identity, fields: [] }] : [];
  }
  if (!after) {
    return [{ change: 'removed', ...before.identity, fields: [] }];
  }
  const fields = changedFields(before.value, after.value);
  return fields.length > 0
    ? [{ change: 'changed', ...after.identity, fields }]
    : [];
}

function findObjects(units: readonly RenderedUnit[]): Map<string, Found> {
  const found = units.flatMap(unit => [
    ...objectsOf(unit),
    ...valuesOf(unit),
    ...generatedUnit(unit),
  ]);
  return new Map(found.map(object => [keyOf(object), object]));
}

function objectsOf({ unit, manifests }: RenderedUnit): Found[] {
  return manifests.map(({ group, kind, namespace, name, value }) => ({
    identity: { cluster: unit.cluster, group, kind, namespace, name },
    value,
  }));
}

/** Of Argo CD, which renders charts itself; Flux has them in a HelmRelease. */
function valuesOf({ unit, values }: RenderedUnit): Found[] {
  if (unit.engine === 'flux') return [];
  return values.map(({ releaseName, namespace, value }) => ({
    identity: {
      cluster: unit.cluster,
      kind: 'Values',
      namespace,
      name: releaseName,
    },
    value,
  }));
}

/** No file holds the Application that an ApplicationSet makes. */
function generatedUnit({ unit }: RenderedUnit): Found[] {
  if (unit.generatedBy === undefined) return [];
  return [
    {
      identity: {
        cluster: unit.cluster,
        group: 'argoproj.io',
        kind: 'Application',
        namespace: unit.objectNamespace,
        name: unit.name,
      },
      value: undefined,
    },
  ];
}

function keyOf({ identity }: Found): string {
  const { cluster, namespace = '', group = '', kind, name } = identity;
  return [cluster, namespace, kind, name, group].join(' ');
}
