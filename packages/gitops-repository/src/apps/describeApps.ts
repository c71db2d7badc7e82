import type {
  App,
  RepositoryModel,
  RepositorySnapshot,
} from '@internal/gitops-model';
import { attributeFindings } from '../findings/attributeFindings';
import { nameComponents } from '../naming/nameComponents';
import type { Platform } from '../Platform';
import type { DescribedApp } from './DescribedApp';
import { readCatalogInfo } from './readCatalogInfo';
import { resolveOwner } from './resolveOwner';

const nameLabel = 'app.kubernetes.io/name';

/**
 * Every app of a model with what belongs to it, and the `catalog-info.yaml`
 * files that say nothing usable.
 */
export function describeApps(options: {
  snapshot: RepositorySnapshot;
  model: RepositoryModel;
  platform: Platform;
  taken: ReadonlySet<string>;
}): { apps: DescribedApp[]; ignored: { file: string; reason: string }[] } {
  const { snapshot, model, platform, taken } = options;
  const names = nameComponents(model.apps, taken);
  const ignored: { file: string; reason: string }[] = [];
  const counts = countOf(model.apps.map(({ name }) => name));
  const described = new Map<string, DescribedApp>();
  const unitsOf = groupByApp(model.units);
  for (const app of model.apps) {
    const name = names.get(app);
    if (name === undefined) continue;
    const units = unitsOf(app);
    const reading = readCatalogInfo(snapshot, {
      name: app.name,
      directories: units.flatMap(({ paths }) => paths),
    });
    if (reading.outcome === 'malformed') ignored.push(reading);
    const info = reading.outcome === 'read' ? reading.info : {};
    const { owner, reason } = resolveOwner(
      info.owner === undefined
        ? app
        : { owner: info.owner, ownerReason: 'catalog-info.yaml' },
      platform.profile.owners.default,
    );
    const isOnSeveralClusters = (counts.get(app.name) ?? 0) > 1;
    described.set(keyOf(app.cluster, app.name), {
      app,
      name,
      title: name === app.name ? undefined : app.name,
      owner,
      ownerReason: reason,
      system:
        info.system ??
        app.system ??
        (isOnSeveralClusters ? app.name : undefined),
      info,
      units,
      routes: [],
      hosts: [],
      externalSecrets: [],
      volumeClaims: [],
      databases: [],
      loginClients: [],
      findings: [],
    });
  }
  const apps = [...described.values()];
  addBelongings(model, described);
  addTitles(apps);
  return { apps, ignored };
}

function addBelongings(
  model: RepositoryModel,
  described: ReadonlyMap<string, DescribedApp>,
): void {
  const find = (cluster: string, app: string | undefined) =>
    app === undefined ? undefined : described.get(keyOf(cluster, app));
  for (const route of model.routes) {
    find(route.cluster, route.app)?.routes.push(route);
  }
  for (const host of model.hosts) {
    for (const app of host.apps) find(host.cluster, app)?.hosts.push(host);
  }
  for (const secret of model.externalSecrets) {
    find(secret.cluster, secret.app)?.externalSecrets.push(secret);
  }
  for (const claim of model.volumeClaims) {
    find(claim.cluster, claim.app)?.volumeClaims.push(claim);
  }
  for (const database of model.databases) {
    find(database.cluster, database.app)?.databases.push(database);
  }
  for (const client of model.loginClients) {
    if (client.wired)
      find(client.cluster, client.app)?.loginClients.push(client);
  }
  for (const [finding, apps] of attributeFindings(model)) {
    for (const { cluster, name } of apps) {
      find(cluster, name)?.findings.push(finding);
    }
  }
}

/** The name that its objects carry tells more than that of a unit such as `media-sonarr`, where it is the app's alone. */
function addTitles(apps: DescribedApp[]): void {
  const labelOf = ({ units }: DescribedApp) =>
    units.flatMap(({ labels }) => labels[nameLabel] ?? [])[0];
  const counts = countOf(
    apps.flatMap(described => {
      const label = labelOf(described);
      return label === undefined || label === described.app.name
        ? [described.app.name]
        : [described.app.name, label];
    }),
  );
  for (const described of apps) {
    const label = labelOf(described);
    const isTelling =
      label !== undefined &&
      label !== described.app.name &&
      counts.get(label) === 1;
    if (isTelling) described.title = label;
  }
}

function groupByApp<T extends { cluster: string; app: string }>(
  items: readonly T[],
): (app: App) => T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item.cluster, item.app);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return ({ cluster, name }) => groups.get(keyOf(cluster, name)) ?? [];
}

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function keyOf(cluster: string, app: string): string {
  return `${cluster}/${app}`;
}
