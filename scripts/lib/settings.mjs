/** Where everything listens; each port can be set by its variable. */
const port = (name, variable, value) => ({
  name,
  variable,
  port: Number(process.env[variable] ?? value),
});

export const portalPort = port('the portal', 'PORTAL_PORT', 7007);

export const sandboxPorts = [
  port("the sandbox's control page", 'SANDBOX_CONTROL_PORT', 7400),
  port("the sandbox's forge", 'SANDBOX_FORGE_PORT', 7401),
  port(
    "the sandbox's Kubernetes API of edgit",
    'SANDBOX_KUBERNETES_PORT',
    7402,
  ),
  port("the sandbox's Argo CD of edgit", 'SANDBOX_ARGOCD_PORT', 7403),
  port("the sandbox's identity provider", 'SANDBOX_OIDC_PORT', 7404),
  port(
    "the sandbox's Kubernetes API of pitower",
    'SANDBOX_PITOWER_KUBERNETES_PORT',
    7405,
  ),
  port("the sandbox's Argo CD of pitower", 'SANDBOX_PITOWER_ARGOCD_PORT', 7406),
  port(
    "the sandbox's Kubernetes API of infra",
    'SANDBOX_INFRA_KUBERNETES_PORT',
    7407,
  ),
  port(
    "the sandbox's Kubernetes API of apps",
    'SANDBOX_APPS_KUBERNETES_PORT',
    7408,
  ),
  port("the sandbox's Talos API of edgit", 'SANDBOX_EDGIT_TALOS_PORT', 7409),
  port(
    "the sandbox's Talos API of pitower",
    'SANDBOX_PITOWER_TALOS_PORT',
    7410,
  ),
  port("the sandbox's Talos API of infra", 'SANDBOX_INFRA_TALOS_PORT', 7411),
  port("the sandbox's Talos API of apps", 'SANDBOX_APPS_TALOS_PORT', 7412),
  port("the sandbox's Ceph of pitower", 'SANDBOX_PITOWER_CEPH_PORT', 7413),
  port("the sandbox's Ceph of infra", 'SANDBOX_INFRA_CEPH_PORT', 7414),
  port(
    "the sandbox's Ceph metrics of pitower",
    'SANDBOX_PITOWER_CEPH_METRICS_PORT',
    7415,
  ),
  port(
    "the sandbox's Ceph metrics of infra",
    'SANDBOX_INFRA_CEPH_METRICS_PORT',
    7416,
  ),
];
