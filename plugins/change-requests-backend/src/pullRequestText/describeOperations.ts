import type { Operation } from '@internal/gitops-model';

const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

const verbs: Record<Operation['type'], string> = {
  'create-app': 'add service',
  'add-route': 'add route',
  'add-secret': 'add secrets',
  'add-oidc-client': 'add login client',
  'set-image': 'change image',
  'set-replicas': 'change replicas',
  'retire-app': 'retire service',
};

/** What kind of request it is: of one operation its type, else the weightiest. */
export function requestKind(operations: Operation[]): string {
  const types = new Set(operations.map(operation => operation.type));
  const weightiest = (['create-app', 'retire-app'] as const).find(type =>
    types.has(type),
  );
  if (weightiest) return weightiest;
  const [only] = types;
  return types.size === 1 ? only : 'change-app';
}

/** The apps the operations name, each once, in their order. */
export function namedApps(operations: Operation[]): string[] {
  return [...new Set(operations.map(operation => operation.app))];
}

/**
 * Title of the pull request and first line of its commit. A fixed grammar: no
 * word of it is a user's but for names that are plain labels.
 */
export function requestTitle(operations: Operation[]): string {
  const apps = namedApps(operations);
  const kind = requestKind(operations);
  const verb = kind === 'change-app' ? 'change service' : titleVerb(kind);
  if (apps.length > 1) {
    return `feat: ${verb} (${apps.length} apps)`;
  }
  return label.test(apps[0]) ? `feat(${apps[0]}): ${verb}` : `feat: ${verb}`;
}

function titleVerb(kind: string): string {
  return Object.entries(verbs).find(([type]) => type === kind)?.[1] ?? 'change';
}

/** `portal/<kind>/<app>-<key8>`, with `-<n>` from the second attempt on. */
export function branchName(options: {
  operations: Operation[];
  intentKey: string;
  attempt: number;
}): string {
  const { operations, intentKey, attempt } = options;
  const [app] = namedApps(operations);
  const name = label.test(app) ? app : 'app';
  const suffix = attempt > 1 ? `-${attempt}` : '';
  return `portal/${requestKind(operations)}/${name}-${intentKey.slice(0, 8)}${suffix}`;
}
