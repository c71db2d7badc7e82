/**
 * Why a source tells nothing, too little or something old, and what to do
 * about it; `{{name}}` stands for a value of that name.
 */
export const sourceProblems = {
  'kubernetes-not-configured':
    'The Kubernetes API of {{cluster}} is not configured, so that Rook cannot be read. Add {{cluster}} with a serviceAccountToken under kubernetes.clusterLocatorMethods.',
  'kubernetes-token-refused':
    'The Kubernetes API of {{cluster}} refused the token. Give a valid one under kubernetes.clusterLocatorMethods.',
  'kubernetes-forbidden':
    'The Kubernetes API of {{cluster}} does not let the token list {{what}}. Give its role get and list on them.',
  'kubernetes-not-found':
    'The Kubernetes API of {{cluster}} does not know {{what}}. Check the address under kubernetes.clusterLocatorMethods, and that it is installed there.',
  'kubernetes-redirected':
    'The Kubernetes API of {{cluster}} answered with a redirect, which is not followed. Put the final address under kubernetes.clusterLocatorMethods.',
  'kubernetes-not-the-api':
    'What answers in place of the Kubernetes API of {{cluster}} sends something else ({{what}}). Check the address under kubernetes.clusterLocatorMethods.',
  'kubernetes-unavailable':
    'The Kubernetes API of {{cluster}} answered with status {{status}} ({{what}}). Look at its log.',
  'kubernetes-unreachable':
    'The Kubernetes API of {{cluster}} cannot be reached ({{code}}). Check that it runs, and its address under kubernetes.clusterLocatorMethods.',
  'kubernetes-slow':
    'The Kubernetes API of {{cluster}} did not answer in time ({{what}}). Check its load and the network.',
  'kubernetes-too-large':
    'The Kubernetes API of {{cluster}} sent more than {{limitMegabytes}} MB ({{what}}), which is not read.',
  'kubernetes-malformed':
    'The Kubernetes API of {{cluster}} sent something that cannot be understood ({{what}}): {{detail}}. Check its version.',
  'rook-not-installed':
    "The Kubernetes API of {{cluster}} knows no {{what}}: Rook is not installed there. Install it, or remove ceph from the cluster's configuration.",
  'rook-without-cluster':
    "There is no CephCluster in {{namespace}} of {{cluster}}. Correct ceph.namespace, or remove ceph from the cluster's configuration.",
  'operator-late':
    "Rook's operator is late: it last asked Ceph at {{time}}. Look at the deployment rook-ceph-operator and its log.",
  'operator-silent':
    "Rook's operator has not asked Ceph since {{time}}. Look at the deployment rook-ceph-operator and its log.",
  'operator-never':
    "Rook's operator has not asked Ceph yet. Look at the deployment rook-ceph-operator and its log.",
  'operator-ahead':
    "Rook's operator asked Ceph at {{time}}, which lies ahead. Compare the clocks of the cluster's machines and of the portal's.",
  'operator-told-not-to-ask':
    'The CephCluster tells Rook not to ask Ceph how it is. Enable spec.healthCheck.daemonHealth.status, or rely on ceph.manager.',
  'manager-login-refused':
    'Ceph\'s manager at {{url}} refused the login. Check ceph.manager.username and password; if they are right, ten refusals have locked the account: enable it with "ceph dashboard ac-user-enable". It is not tried again until the portal is started anew.',
  'manager-token-refused':
    "Ceph's manager at {{url}} refuses the token it gave. Check that no other service answers at ceph.manager.url.",
  'manager-forbidden':
    "Ceph's manager at {{url}} does not let the user read {{path}}. Give its role the scopes monitor, osd and pool with read.",
  'manager-not-active':
    'The manager at {{url}} is a standby and names another one, which is not followed. Let ceph.manager.url lead to the active manager, such as the service rook-ceph-mgr-dashboard.',
  'manager-unreachable':
    "Ceph's manager at {{url}} cannot be reached ({{code}}). Check that a manager runs, and ceph.manager.url.",
  'manager-slow':
    "Ceph's manager at {{url}} did not answer in time. Check Ceph's monitors and the network.",
  'manager-unavailable':
    "Ceph's manager at {{url}} answered with status {{status}}. Check the log of the active manager.",
  'manager-version':
    "Ceph's manager at {{url}} does not offer {{path}} in a version that is understood. Check that Ceph is Pacific or newer.",
  'manager-too-large':
    "Ceph's manager at {{url}} sent more than {{limitMegabytes}} MB, which is not read. Take the scope manager from the user's role.",
  'manager-incomplete':
    "Ceph's manager at {{url}} sent {{got}} of {{total}} items of {{path}}, so that none is shown. Report this with the version of Ceph.",
  'manager-not-the-api':
    "What answers at {{url}} (status {{status}}) is not the REST API of Ceph's manager. Check ceph.manager.url and the dashboard's path prefix.",
  'manager-malformed':
    "Ceph's manager at {{url}} sent an answer that cannot be understood: {{detail}}. Check the version of Ceph.",
  'manager-without-monitors':
    "Ceph's manager at {{url}} answers, but its monitors do not, so that what it says is old. Check the monitors and their quorum.",
  'manager-foreign':
    'What answers at {{url}} is the Ceph cluster {{fsid}}, not the one of {{cluster}}. Correct ceph.manager.url.',
  'manager-scopes-missing':
    "Ceph's manager leaves out what the user's role may not read. Give it read on the scopes {{scopes}}.",
  'metrics-unavailable':
    "The Prometheus module of Ceph's manager at {{url}} answered with status {{status}}. Check ceph.metrics.url, and that the module is enabled.",
  'metrics-too-large':
    "The Prometheus module of Ceph's manager at {{url}} sent more than {{limitMegabytes}} MB, which is not read. Check ceph.metrics.url.",
  'metrics-empty':
    "The Prometheus module of Ceph's manager at {{url}} sent nothing, as a standby does. Let ceph.metrics.url lead to the active manager.",
  'metrics-not-of-ceph':
    'What answers at {{url}} sends no metrics of Ceph. Check ceph.metrics.url, and that the Prometheus module of the manager is enabled.',
  'metrics-slow':
    "The Prometheus module of Ceph's manager at {{url}} did not answer in time. Check the manager and the network.",
  'metrics-unreachable':
    "The Prometheus module of Ceph's manager at {{url}} cannot be reached. Check ceph.metrics.url, and that the module is enabled.",
  'metrics-not-proven':
    "The metrics of Ceph's manager go on unchanged when its monitors are gone, and nothing proves now that these answer. See what is told of Rook and of the manager.",
  'machines-none':
    "The portal's plugin talos-nodes knows no machine of {{cluster}} yet. Look at its own sources.",
  'machines-not-told':
    "The portal's plugin talos-nodes told no machines ({{detail}}). Look at the portal's log.",
  'catalog-not-told':
    "The catalog told no apps ({{detail}}). Look at the portal's log.",
} as const satisfies Record<string, string>;

export type SourceProblemCode = keyof typeof sourceProblems;
