import type { Operation, WritableProfile } from '@internal/gitops-model';

const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** What titles call the second half of an operation's type, where that is not its own words. */
const things: Record<string, string> = {
  app: 'service',
  'chart-app': 'service',
  env: 'variables',
  'oidc-client': 'login client',
  secret: 'secrets',
};
const verbs: Record<string, string> = { create: 'add', set: 'change' };

/** What kind of request it is: of one operation its type, else the weightiest. */
export function requestKind(operations: Operation[]): string {
  const types = new Set<string>(operations.map(operation => operation.type));
  const weightiest = [...types].find(
    type => type.startsWith('create-') || type === 'retire-app',
  );
  if (weightiest) return weightiest;
  const [only] = types;
  return types.size === 1 ? only : 'change-app';
}

/** The apps the operations name, each once, in their order. */
export function namedApps(operations: Operation[]): string[] {
  return [...new Set(operations.map(operation => operation.app))];
}

export interface TitleOptions {
  operations: Operation[];
  style: WritableProfile['commitStyle'];
  /** Of the only app, where the repository keeps apps in categories. */
  category?: string;
}

/**
 * Title of the pull request and first line of its commit, by a fixed grammar:
 * no word of it is a user's but for names that are plain labels.
 *
 *     conventional   type(category): verb app | type(category): verb thing to|of app
 *                    type(app): verb thing    | type: verb thing (n apps)
 *     plain          Verb app | Verb thing to|of app | Verb thing (n apps)
 *
 * `type` is `feat` where something is added, else `chore`.
 */
export function requestTitle(options: TitleOptions): string {
  const { operations, style, category } = options;
  const apps = namedApps(operations);
  const [app] = apps.length === 1 ? apps.filter(isLabel) : [];
  const kind = requestKind(operations);
  const count = apps.length > 1 ? ` (${apps.length} apps)` : '';
  if (style === 'plain') {
    const text = phrase(kind, app);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${count}`;
  }
  const adds = operations.some(({ type }) => /^(create|add)-/.test(type));
  const type = adds ? 'feat' : 'chore';
  if (app === undefined) return `${type}: ${phrase(kind)}${count}`;
  return category !== undefined && isLabel(category)
    ? `${type}(${category}): ${phrase(kind, app)}`
    : `${type}(${app}): ${phrase(kind)}`;
}

/** `add route`, or with an app `add route to wiki`. */
function phrase(kind: string, app?: string): string {
  const [first, ...rest] = kind.split('-');
  const verb = verbs[first] ?? first;
  const thing = things[rest.join('-')] ?? rest.join(' ');
  if (app === undefined) return `${verb} ${thing}`;
  if (thing === 'service') return `${verb} ${app}`;
  return `${verb} ${thing} ${verb === 'add' ? 'to' : 'of'} ${app}`;
}

/** `portal/<kind>/<app>-<key8>`, with `-<n>` from the second attempt on. */
export function branchName(options: {
  operations: Operation[];
  intentKey: string;
  attempt: number;
}): string {
  const { operations, intentKey, attempt } = options;
  const [app] = namedApps(operations);
  const name = isLabel(app) ? app : 'app';
  const suffix = attempt > 1 ? `-${attempt}` : '';
  return `portal/${requestKind(operations)}/${name}-${intentKey.slice(0, 8)}${suffix}`;
}

function isLabel(text: string): boolean {
  return label.test(text);
}
