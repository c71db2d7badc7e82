import type { ReadOutput } from './readOutputSchema';

/** One table: what it shows of each thing, and where that is written. */
export interface TableSection {
  title: string;
  header: string[];
  rows: string[][];
}

/** The tables of the output, in the order they are printed. */
export function sections(output: ReadOutput): TableSection[] {
  return [
    section('Units', output.units, {
      app: ({ app }) => app,
      unit: ({ name }) => name,
      namespace: ({ namespace }) => namespace,
      state: unit => stateOf(unit),
      charts: ({ charts }) =>
        charts.map(({ chart, version }) => `${chart} ${version}`.trim()),
    }),
    section('Apps', output.apps, {
      app: ({ name }) => name,
      namespace: ({ namespace }) => namespace,
      category: ({ category }) => category,
      owner: ({ owner }) => owner,
    }),
    section('Hosts', output.hosts, {
      host: ({ host }) => host,
      apps: ({ apps }) => apps,
      gateways: ({ gateways }) =>
        gateways.map(({ namespace, name }) => `${namespace}/${name}`),
    }),
    section('Routes', output.routes, {
      app: ({ app }) => app,
      kind: ({ kind }) => kind,
      route: ({ name }) => name,
      namespace: ({ namespace }) => namespace,
      hosts: ({ hostnames }) => hostnames,
    }),
    section('Gateways', output.gateways, {
      gateway: ({ name }) => name,
      namespace: ({ namespace }) => namespace,
      listeners: ({ listeners }) => listeners.map(({ name }) => name),
    }),
    section('External secrets', output.externalSecrets, {
      app: ({ app }) => app,
      secret: ({ name }) => name,
      namespace: ({ namespace }) => namespace,
      store: ({ store }) => store,
      keys: ({ keys }) => [...new Set(keys.map(({ key }) => key))],
    }),
    section('Secret stores', output.secretStores, {
      kind: ({ kind }) => kind,
      store: ({ name }) => name,
      provider: ({ provider }) => provider,
    }),
    section('Volume claims', output.volumeClaims, {
      app: ({ app }) => app,
      claim: ({ name }) => name,
      namespace: ({ namespace }) => namespace,
      class: ({ storageClass }) => storageClass,
      size: ({ size }) => size,
    }),
    section('Databases', output.databases, {
      app: ({ app }) => app,
      kind: ({ kind }) => kind,
      database: ({ name }) => name,
      namespace: ({ namespace }) => namespace,
    }),
    section('Login clients', output.loginClients, {
      client: ({ clientId }) => clientId,
      app: ({ app }) => app,
      realm: ({ realm }) => realm,
      form: ({ form }) => form,
      state: ({ wired }) => (wired ? 'wired' : 'not wired'),
    }),
    section('Dashboard entries', output.dashboardEntries, {
      title: ({ title }) => title,
      group: ({ group }) => group,
      href: ({ href }) => href,
      app: ({ app }) => app,
    }),
    section('Nodes', output.nodes, {
      node: ({ name }) => name,
      role: ({ role }) => role,
      address: ({ address }) => address,
    }),
    section('Namespaces', output.namespaces, {
      namespace: ({ name }) => name,
    }),
  ];
}

function section<T extends { cluster: string; file: string; line: number }>(
  title: string,
  items: readonly T[],
  columns: Record<string, (item: T) => string | readonly string[] | undefined>,
): TableSection {
  return {
    title,
    header: ['CLUSTER', ...Object.keys(columns).map(upper), 'WHERE'],
    rows: items.map(item => [
      item.cluster,
      ...Object.values(columns).map(cell => toText(cell(item))),
      `${item.file}:${item.line}`,
    ]),
  };
}

function upper(text: string): string {
  return text.toUpperCase();
}

function toText(cell: string | readonly string[] | undefined): string {
  const text = typeof cell === 'object' ? cell.join(', ') : cell;
  return text || '-';
}

function stateOf({
  wired,
  buildable,
  suspended,
  orchestrator,
}: ReadOutput['units'][number]): string[] {
  return [
    wired ? 'wired' : 'not wired',
    ...(buildable ? [] : ['not buildable']),
    ...(suspended ? ['suspended'] : []),
    ...(orchestrator ? ['orchestrator'] : []),
  ];
}
