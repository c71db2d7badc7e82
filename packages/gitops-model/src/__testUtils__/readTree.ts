import type { Finding } from '../finding/Finding';
import type { Profile } from '../profile/Profile';
import { readRepository } from '../read/readRepository';
import { createSnapshot } from '../snapshot/createSnapshot';
import { profile } from './readFixture';

export type Tree = Record<string, string | Uint8Array>;

/** How manifests of these trees name their own repository. */
export const own = 'http://localhost:7401/edgit/edgit-k8s.git';

/** Reads files by the profile of the fixture, changed where asked. */
export function read(files: Tree, changes: Partial<Profile> = {}) {
  return readRepository(createSnapshot({ commit: 'a'.repeat(40), files }), {
    ...profile,
    ...changes,
  });
}

export interface Spec {
  source?: object;
  sources?: object[];
  destination?: object;
  syncPolicy?: object;
}

/** An Application that deploys into a namespace of its own, which Argo CD creates. */
export function application(
  name: string,
  spec: Spec,
  metadata: object = {},
): string {
  return `${JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd', ...metadata },
    spec: {
      project: 'apps',
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: `${name}-ns`,
      },
      syncPolicy: { syncOptions: ['CreateNamespace=true'] },
      ...spec,
    },
  })}\n`;
}

/** A root over a plain directory with one Application per entry. */
export function appOfApps(apps: Record<string, Spec>): Record<string, string> {
  return {
    'k8s/root.yaml': application('root', deploys('apps')),
    ...Object.fromEntries(
      Object.entries(apps).map(([name, spec]) => [
        `apps/${name}.yaml`,
        application(name, spec),
      ]),
    ),
  };
}

/** A source that is a directory of the tree itself. */
export function deploys(directory: string): Spec {
  return { source: { repoURL: own, path: directory } };
}

/** An HTTPRoute for one host on a gateway that the tree need not declare. */
export function route(name: string, host: string): string {
  return [
    'apiVersion: gateway.networking.k8s.io/v1',
    'kind: HTTPRoute',
    `metadata: {name: ${name}}`,
    'spec:',
    `  hostnames: [${host}]`,
    '  parentRefs: [{name: main-gateway, namespace: gateway, sectionName: https}]',
    '',
  ].join('\n');
}

/** `warning not-wired apps/a.yaml:1` for each. */
export function codes(findings: Finding[]): string[] {
  return findings.map(
    ({ severity, code, file, line }) => `${severity} ${code} ${file}:${line}`,
  );
}
