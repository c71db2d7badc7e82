import type { KubernetesObject } from './KubernetesObject';
import type { ResourceType } from './resourceTypes';

export type ObjectFilter = (object: KubernetesObject) => boolean;

/** A selector, or why the API server would refuse it. */
export type ParsedSelector =
  { ok: true; matches: ObjectFilter } | { ok: false; message: string };

/** Reads equality- and set-based label selectors, as in `app=a,tier in (x,y),!old`. */
export function parseLabelSelector(text: string): ParsedSelector {
  const requirements = text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(part => part !== '');
  const filters: ObjectFilter[] = [];
  for (const requirement of requirements) {
    const filter = parseRequirement(requirement);
    if (!filter) {
      return {
        ok: false,
        message: `unable to parse requirement: ${requirement}`,
      };
    }
    filters.push(object => filter(object.metadata.labels ?? {}));
  }
  return { ok: true, matches: matchAll(filters) };
}

type LabelFilter = (labels: Record<string, string>) => boolean;

function parseRequirement(text: string): LabelFilter | undefined {
  const name = '([A-Za-z0-9][A-Za-z0-9_./-]*)';
  const exists = new RegExp(`^(!?)\\s*${name}$`).exec(text);
  if (exists) {
    const [, not = '', key = ''] = exists;
    return labels => (labels[key] !== undefined) === (not === '');
  }
  const equals = new RegExp(`^${name}\\s*(==|=|!=)\\s*([A-Za-z0-9_.-]*)$`).exec(
    text,
  );
  if (equals) {
    const [, key = '', operator, value] = equals;
    return labels => (labels[key] === value) === (operator !== '!=');
  }
  const set = new RegExp(`^${name}\\s+(in|notin)\\s+\\(([^()]*)\\)$`).exec(
    text,
  );
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map(value => value.trim());
    return labels => {
      const value = labels[key];
      const isIn = value !== undefined && values.includes(value);
      return isIn === (operator === 'in');
    };
  }
  return undefined;
}

const fieldsByKind: Record<string, string[]> = {
  Pod: ['spec.nodeName', 'spec.restartPolicy', 'status.phase', 'status.podIP'],
  Event: [
    'involvedObject.kind',
    'involvedObject.name',
    'involvedObject.namespace',
    'involvedObject.uid',
    'reason',
    'type',
  ],
  Namespace: ['status.phase'],
  Node: ['spec.unschedulable'],
};

/** Reads `metadata.name=a,status.phase!=Running`; only the fields the API server knows. */
export function parseFieldSelector(
  text: string,
  type: ResourceType,
): ParsedSelector {
  const known = [
    'metadata.name',
    ...(type.namespaced ? ['metadata.namespace'] : []),
    ...(fieldsByKind[type.kind] ?? []),
  ];
  const filters: ObjectFilter[] = [];
  for (const part of text.split(',').filter(one => one !== '')) {
    const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(part);
    if (!match) {
      return { ok: false, message: `invalid selector: '${part}'` };
    }
    const [, field = '', operator, value] = match;
    if (!known.includes(field)) {
      return { ok: false, message: `field label not supported: ${field}` };
    }
    filters.push(
      object => (readField(object, field) === value) === (operator !== '!='),
    );
  }
  return { ok: true, matches: matchAll(filters) };
}

function readField(object: unknown, path: string): string {
  let value = object;
  for (const key of path.split('.')) {
    value = isRecord(value) ? value[key] : undefined;
  }
  return value === undefined ? '' : String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function matchAll(filters: ObjectFilter[]): ObjectFilter {
  return object => filters.every(filter => filter(object));
}
