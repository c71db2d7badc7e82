import {
  FindingRow,
  HostRow,
  Page,
  PlatformOverview,
  SecretRow,
  UnitRow,
} from '@internal/plugin-platforms-common';

const forge = 'https://forge.example/pitower/home-ops';
const commit = 'b0a1c2d3e4'.repeat(4);

const place = (file: string, line = 1) => ({
  file,
  line,
  url: `${forge}/blob/${commit}/${file}#L${line}`,
});

/** A platform that was read a moment ago. */
export function buildPlatform(
  parts: Partial<PlatformOverview>,
): PlatformOverview {
  return {
    id: 'pitower',
    title: 'pitower',
    engine: 'argocd',
    clusters: ['pitower'],
    repositoryUrl: forge,
    branch: 'main',
    commit: { id: commit, url: `${forge}/commit/${commit}` },
    observedAt: new Date().toISOString(),
    pollSeconds: 60,
    counts: {
      apps: 97,
      hosts: 81,
      gateways: 2,
      externalSecrets: 64,
      secretStores: 1,
      volumeClaims: 48,
      databases: 12,
      loginClients: 9,
      nodes: 5,
      units: { declared: 118, wired: 104, buildable: 99 },
      findings: { error: 7, warning: 153, info: 0 },
    },
    ...parts,
  };
}

export function buildUnit(parts: Partial<UnitRow>): UnitRow {
  return {
    name: 'plex',
    cluster: 'pitower',
    engine: 'argocd',
    state: 'buildable',
    orchestrator: false,
    suspended: false,
    app: { name: 'plex', entityRef: 'component:default/plex' },
    namespace: 'media',
    charts: [{ chart: 'app-template', version: '4.2.0' }],
    source: place('kubernetes/apps/media/plex/config.yaml'),
    ...parts,
  };
}

export function buildFinding(parts: Partial<FindingRow>): FindingRow {
  return {
    code: 'not-wired',
    severity: 'warning',
    message: 'Nothing wires plex into a root.',
    cluster: 'pitower',
    app: { name: 'plex', entityRef: 'component:default/plex' },
    source: place('kubernetes/apps/media/plex/config.yaml', 7),
    ...parts,
  };
}

export function buildHost(parts: Partial<HostRow>): HostRow {
  return {
    host: 'plex.pitower.example',
    cluster: 'pitower',
    routes: [
      {
        kind: 'HTTPRoute',
        name: 'plex',
        source: place('kubernetes/apps/media/plex/httproute.yaml', 4),
      },
    ],
    gateways: [{ name: 'external', namespace: 'networking', section: 'https' }],
    apps: [
      {
        name: 'plex',
        entityRef: 'component:default/plex',
        owner: 'group:default/media',
      },
    ],
    ...parts,
  };
}

export function buildSecret(parts: Partial<SecretRow>): SecretRow {
  return {
    cluster: 'pitower',
    store: 'ClusterSecretStore/vault',
    key: 'media/plex',
    property: 'token',
    consumers: [
      {
        externalSecret: 'plex-token',
        namespace: 'media',
        app: { name: 'plex', entityRef: 'component:default/plex' },
        source: place('kubernetes/apps/media/plex/externalsecret.yaml'),
      },
    ],
    ...parts,
  };
}

/** The part of the rows that a query asks for, as the backend cuts it. */
export function pageOf<Row>(
  rows: readonly Row[],
  query: { offset?: number; limit?: number },
  facets: Page<Row>['facets'] = {},
): Page<Row> {
  const { offset = 0, limit = 50 } = query;
  return {
    items: rows.slice(offset, offset + limit),
    total: rows.length,
    facets,
  };
}
