/** A Flux Kustomization of a directory. */
export function kustomization(
  name: string,
  path: string,
  further: readonly string[] = [],
): string {
  return [
    'apiVersion: kustomize.toolkit.fluxcd.io/v1',
    'kind: Kustomization',
    `metadata: {name: ${name}, namespace: flux-system}`,
    'spec:',
    `  path: ${path}`,
    '  interval: 10m',
    '  prune: true',
    '  sourceRef: {kind: GitRepository, name: flux-system}',
    ...further,
    '',
  ].join('\n');
}

/** Two clusters that deploy the same app. */
export const fluxFiles = Object.fromEntries(
  ['blue', 'green'].flatMap(cluster => [
    [
      `clusters/${cluster}/flux-system/gotk-sync.yaml`,
      [
        'apiVersion: source.toolkit.fluxcd.io/v1',
        'kind: GitRepository',
        'metadata: {name: flux-system, namespace: flux-system}',
        'spec: {interval: 1m, url: "https://forge.example/acme/fleet.git"}',
        '---',
        kustomization('flux-system', `./clusters/${cluster}`),
      ].join('\n'),
    ],
    [`clusters/${cluster}/apps.yaml`, kustomization('notes', './apps/notes')],
    [
      'apps/notes/route.yaml',
      [
        'apiVersion: gateway.networking.k8s.io/v1',
        'kind: HTTPRoute',
        'metadata: {name: notes, namespace: notes}',
        'spec: {hostnames: [notes.example.org]}',
        '',
      ].join('\n'),
    ],
  ]),
);
