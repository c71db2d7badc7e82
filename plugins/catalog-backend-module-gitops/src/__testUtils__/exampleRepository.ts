/** The cluster's own address, which Applications name as destination. */
const server = 'https://kubernetes.default.svc';

function application(
  name: string,
  options: { url: string; path: string; annotations?: object },
): string {
  return JSON.stringify(
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name,
        namespace: 'argocd',
        annotations: options.annotations ?? {},
      },
      spec: {
        project: 'apps',
        source: { repoURL: options.url, path: options.path },
        destination: { server, namespace: name },
        syncPolicy: { syncOptions: ['CreateNamespace=true'] },
      },
    },
    null,
    2,
  );
}

function kustomization(resources: string[]): string {
  const lines = resources.map(resource => `  - ${JSON.stringify(resource)}`);
  return ['resources:', ...lines, ''].join('\n');
}

/** Files of one app: its Application and a directory with a route. */
export function appFiles(
  name: string,
  options: { url: string; annotations?: object },
): Record<string, string> {
  return {
    [`k8s/apps/${name}.yaml`]: application(name, {
      ...options,
      path: `k8s/${name}`,
    }),
    [`k8s/${name}/kustomization.yaml`]: kustomization(['route.yaml']),
    [`k8s/${name}/route.yaml`]: JSON.stringify({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name },
      spec: {
        hostnames: [`${name}.apps.example`],
        parentRefs: [{ name: 'main', namespace: 'gateway' }],
      },
    }),
  };
}

/** The list of Applications that the root deploys. */
export function appList(names: string[]): Record<string, string> {
  return {
    'k8s/apps/kustomization.yaml': kustomization(
      names.map(name => `${name}.yaml`),
    ),
  };
}

/** An app-of-apps repository with these apps and a gateway. */
export function exampleRepository(
  names: string[],
  url: string,
): Record<string, string> {
  const all = [...names, 'gateway'];
  return {
    'k8s/root.yaml': application('root', { url, path: 'k8s/apps' }),
    ...appList(all),
    ...Object.assign({}, ...all.map(name => appFiles(name, { url }))),
    'k8s/gateway/kustomization.yaml': kustomization(['gateway.yaml']),
    'k8s/gateway/gateway.yaml': JSON.stringify({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'main' },
      spec: {
        gatewayClassName: 'cilium',
        listeners: [
          {
            name: 'https',
            protocol: 'HTTPS',
            port: 443,
            hostname: '*.apps.example',
            allowedRoutes: { namespaces: { from: 'All' } },
          },
        ],
      },
    }),
  };
}
