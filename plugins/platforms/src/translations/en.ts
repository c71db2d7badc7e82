/** English texts of platforms. */
export default {
  page: { title: 'Platforms' },
  list: {
    empty: {
      title: 'No platform is configured',
      description:
        'A platform is a GitOps repository with the clusters it drives. The platform team adds one under “platforms” in the configuration of the portal.',
    },
  },
  tab: {
    overview: 'Overview',
    units: 'Units',
    findings: 'Findings',
    hosts: 'Hosts',
    secrets: 'Secrets',
  },
  reading: {
    current: 'Up to date',
    first: 'First reading under way',
    failing: 'Not read',
    readAt: 'Read {{time}}',
    next: 'Next reading {{time}}',
    nextNow: 'Next reading any moment',
    interval: 'Read every {{duration}}',
    commit: 'Commit {{commit}}',
    failure: {
      since: 'Not read since {{time}}',
      never: 'Never read so far',
      kept: 'What is shown is the last good reading, from {{time}}. It is tried again by itself.',
      nothing: 'There is nothing to show yet. It is tried again by itself.',
    },
  },
  fact: {
    repository: 'Repository',
    branch: 'Branch',
    engine: 'Engine',
    clusters: 'Clusters',
  },
  overview: {
    source: 'Source',
    counts: 'What it holds',
    units: 'Deployment units',
    findings: 'Findings',
    codes: 'By kind',
    allUnits: 'All units',
    unread: {
      title: 'Nothing was read yet',
      description:
        'As soon as the first commit is read, its apps, hosts and findings appear here.',
    },
  },
  count: {
    apps: 'Apps',
    hosts: 'Hosts',
    gateways: 'Gateways',
    externalSecrets: 'External secrets',
    secretStores: 'Secret stores',
    volumeClaims: 'Volume claims',
    databases: 'Databases',
    loginClients: 'Login clients',
    nodes: 'Nodes',
  },
  unitState: {
    buildable: 'Builds',
    wired: 'Wired, does not build',
    declared: 'Declared, not wired',
  },
  severity: { error: 'Errors', warning: 'Warnings', info: 'Notes' },
  noFindings: 'Everything reads well',
  filter: {
    cluster: 'Cluster',
    state: 'State',
    severity: 'Severity',
    code: 'Kind',
    app: 'App',
  },
  units: {
    example: 'Name, namespace, chart or file',
    column: {
      name: 'Unit',
      state: 'State',
      app: 'App',
      cluster: 'Cluster',
      namespace: 'Namespace',
      charts: 'Chart',
      source: 'Declared in',
    },
    project: 'Project {{project}}',
    suspended: 'Suspended',
    orchestrator: 'Deploys other units',
    empty: {
      title: 'No deployment units',
      description:
        'The repository declares nothing that its engine would reconcile.',
    },
  },
  findings: {
    example: 'Words of the sentence, or a file',
    empty: {
      title: 'No findings',
      description: 'Everything in the repository reads well.',
    },
    app: 'App: {{app}}',
    cluster: 'Cluster: {{cluster}}',
    kind: 'Kind: {{code}}',
  },
  hosts: {
    example: 'Host, app or gateway',
    column: {
      host: 'Host',
      routes: 'Route',
      gateways: 'Gateway',
      apps: 'App',
      owners: 'Owner',
      cluster: 'Cluster',
    },
    empty: {
      title: 'No hosts',
      description: 'No route of the repository names a host.',
    },
  },
  secrets: {
    example: 'Key, store or app',
    note: 'Names only. The portal never reads a value.',
    column: {
      key: 'Key',
      store: 'Store',
      consumers: 'Read by',
      cluster: 'Cluster',
    },
    empty: {
      title: 'No secret keys',
      description: 'No ExternalSecret of the repository reads a key.',
    },
  },
  notFound: {
    title: 'No such platform',
    description:
      'There is no platform {{id}}. It may have been renamed or removed.',
    back: 'All platforms',
  },
  card: {
    findings: {
      title: 'What the portal found in this app’s files',
      none: 'Nothing to report: all of its files read well',
      all: 'All findings of this app ({{number}})',
    },
    host: {
      title: 'Where this host leads',
      route: 'Route',
      gateway: 'Gateway',
      app: 'App',
      owner: 'Owner',
      gone: 'No route leads to this host any more. The catalog follows shortly.',
    },
    usedBy: {
      title: 'Used by',
      search: 'Search apps',
      name: 'App',
      owner: 'Owner',
      place: 'Platform',
      none: 'No app depends on this.',
      noMatch: 'No app is called that.',
      units: 'Deployment units of this cluster',
      findings: 'Findings on this cluster',
      hosts: 'Hosts of this cluster',
    },
    origin: {
      title: 'Where this comes from',
      platform: 'Platform',
      cluster: 'Cluster',
      file: 'File',
      pattern: 'Pattern',
      owner: 'Owner',
      ownerReason: 'Owner because',
    },
  },
} as const;
