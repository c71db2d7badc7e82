import type { Finding } from '../finding/Finding';
import { type CentralRoutes, centralRoutes } from '../profile/centralRoutes';
import type { Profile } from '../profile/Profile';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { ApplicationMemos } from './argocd/ApplicationMemos';
import { walkApplications } from './argocd/walkApplications';
import { arrangeFindings } from './arrangeFindings';
import { collectApps } from './collect/collectApps';
import { collectFacts } from './collect/collectFacts';
import { collectHosts } from './collect/collectHosts';
import { placeRoutes } from './collect/placeRoutes';
import { type CodeownersRule, readCodeowners } from './collect/readCodeowners';
import { readUnwired } from './collect/readUnwired';
import { UnwiredMemos } from './collect/UnwiredMemos';
import type { UnitFacts } from './collect/UnitFacts';
import { placeLinks } from './dashboard/placeLinks';
import { KustomizationMemos } from './flux/KustomizationMemos';
import { walkKustomizations } from './flux/walkKustomizations';
import { placeClients } from './identity/placeClients';
import { readDirectoryClients } from './identity/readDirectoryClients';
import { clientKinds } from './identity/readManifestClients';
import { readUnwiredClients } from './identity/readUnwiredClients';
import { inspectDashboards } from './inspect/inspectDashboards';
import { inspectDependencies } from './inspect/inspectDependencies';
import { inspectHosts } from './inspect/inspectHosts';
import { inspectListeners } from './inspect/inspectListeners';
import { inspectNamespaces } from './inspect/inspectNamespaces';
import { inspectStores } from './inspect/inspectStores';
import { inspectWiring, wiredKinds } from './inspect/inspectWiring';
import { servedHosts } from './inspect/servedHosts';
import type { Manifest } from './manifests/Manifest';
import { Memos } from './memory/Memos';
import { ReadingSeries } from './memory/ReadingSeries';
import { recalled } from './memory/recalled';
import { readNodes } from './nodes/readNodes';
import type { Reading } from './Reading';
import type { RenderedUnit } from './RenderedUnit';
import { withoutChartCredentials } from './withoutChartCredentials';
import type { LoginClient, Node, RepositoryModel } from './RepositoryModel';

const noCodeowners: CodeownersRule[] = [];
const unwiredKinds = [...wiredKinds, ...clientKinds];

/**
 * Reads one snapshot of a repository after the other, and remembers from each
 * to the next what did not change: what a unit deploys and what is found in it
 * as long as every file, directory and object it was made of is the same, and
 * what is told of units side by side as long as they say the same. A model is
 * always the one that a new reader would make. Its parts may be parts of the
 * next one, so that none may be changed.
 */
export class RepositoryReader {
  readonly #profile: Profile;
  readonly #series: ReadingSeries;
  readonly #centralRoutes: CentralRoutes[];
  readonly #applications = new ApplicationMemos();
  readonly #kustomizations = new KustomizationMemos();
  readonly #facts = new Memos<
    { rendered: RenderedUnit; codeowners: readonly CodeownersRule[] },
    UnitFacts
  >(
    (one, other) =>
      one.rendered === other.rendered && one.codeowners === other.codeowners,
  );
  readonly #served = new Memos<RenderedUnit, string[]>(
    (one, other) => one === other,
  );
  readonly #unwired = new UnwiredMemos();
  readonly #codeowners = new Memos<undefined, CodeownersRule[]>(() => true);
  readonly #nodes = new Memos<undefined, Node[]>(() => true);
  readonly #clients = new Memos<undefined, LoginClient[]>(() => true);

  readonly #collectApps = recalled(collectApps);
  readonly #collectHosts = recalled(collectHosts);
  readonly #placeRoutes = recalled(placeRoutes);
  readonly #placeLinks = recalled(placeLinks);
  readonly #placeClients = recalled(placeClients);
  readonly #arrangeFindings = recalled(arrangeFindings);
  readonly #inspectDashboards = recalled(inspectDashboards);
  readonly #inspectDependencies = recalled(inspectDependencies);
  readonly #inspectHosts = recalled(inspectHosts);
  readonly #inspectListeners = recalled(inspectListeners);
  readonly #inspectNamespaces = recalled(inspectNamespaces);
  readonly #inspectStores = recalled(inspectStores);
  readonly #inspectWiring = recalled(inspectWiring);

  private constructor(profile: Profile) {
    this.#profile = profile;
    this.#series = new ReadingSeries(profile);
    this.#centralRoutes = centralRoutes(profile);
  }

  static create(profile: Profile): RepositoryReader {
    return new RepositoryReader(profile);
  }

  /** As `readRepository`; snapshots may come in any order. */
  read(snapshot: RepositorySnapshot): RepositoryModel {
    const reading = this.#series.next(snapshot);
    const rendered =
      this.#profile.engine === 'flux'
        ? walkKustomizations(reading, this.#kustomizations)
        : walkApplications(reading, this.#applications);
    const wired = rendered.filter(({ unit }) => unit.wired);
    const unwired = readUnwired(reading, rendered, unwiredKinds, this.#unwired);
    const facts = this.#collect(reading, wired);
    const of = <T>(part: (facts: UnitFacts) => T[]): T[] => facts.flatMap(part);

    const shown = new Map(
      facts.map(({ unit }, index) => [wired[index].unit, unit]),
    );
    const units = rendered.map(
      ({ unit }) => shown.get(unit) ?? withoutChartCredentials(unit),
    );
    const apps = this.#collectApps(of(({ app }) => (app ? [app] : [])));
    const routes = this.#placeRoutes(
      of(part => part.routes),
      apps,
      this.#centralRoutes,
    );
    const hosts = this.#collectHosts(routes);
    const [{ cluster: home }] = this.#profile.roots;
    const model = {
      commit: snapshot.commit,
      clusters: [...new Set(this.#profile.roots.map(root => root.cluster))],
      units,
      apps,
      routes,
      hosts,
      gateways: of(part => part.gateways),
      externalSecrets: of(part => part.externalSecrets),
      secretStores: of(part => part.secretStores),
      volumeClaims: of(part => part.volumeClaims),
      databases: of(part => part.databases),
      dashboardEntries: this.#placeLinks(
        of(part => part.dashboardLinks),
        hosts,
      ),
      nodes: reading.remember(this.#nodes, '', undefined, () =>
        readNodes(reading),
      ),
      loginClients: this.#placeClients(
        reading.remember(this.#clients, '', undefined, () =>
          readDirectoryClients(reading),
        ),
        [
          ...of(part => part.loginClients),
          ...readUnwiredClients(unwired, rendered, home),
        ],
        apps,
        routes,
      ),
      namespaces: of(part => part.namespaces),
    };
    const findings = [
      ...reading.findings,
      ...this.#inspect(reading, { model, wired, unwired, facts }),
    ];
    return { ...model, findings: this.#arrangeFindings(findings) };
  }

  #collect(reading: Reading, wired: readonly RenderedUnit[]): UnitFacts[] {
    const codeowners =
      Object.keys(this.#profile.owners.codeowners).length > 0
        ? reading.remember(this.#codeowners, '', undefined, () =>
            readCodeowners(reading),
          )
        : noCodeowners;
    return wired.map(rendered =>
      reading.remember(
        this.#facts,
        keyOf(rendered),
        { rendered, codeowners },
        last => collectFacts(reading, codeowners, rendered, last),
      ),
    );
  }

  /** All there is to say of how the parts of a repository fit together. */
  #inspect(
    reading: Reading,
    {
      model,
      wired,
      unwired,
      facts,
    }: {
      model: Omit<RepositoryModel, 'findings'>;
      wired: readonly RenderedUnit[];
      unwired: readonly Manifest[];
      facts: readonly UnitFacts[];
    },
  ): Finding[] {
    const { routes, gateways, namespaces, externalSecrets, secretStores } =
      model;
    const { dashboardEntries, hosts, units } = model;
    const served =
      dashboardEntries.length === 0
        ? []
        : [
            ...hosts.map(({ host }) => host.toLowerCase()),
            ...wired.flatMap(rendered =>
              reading.remember(this.#served, keyOf(rendered), rendered, () =>
                servedHosts(rendered),
              ),
            ),
          ];
    return [
      ...this.#inspectDashboards(dashboardEntries, served),
      ...this.#inspectDependencies(facts.map(({ unit }) => unit)),
      ...this.#inspectHosts(routes),
      ...this.#inspectListeners(routes, gateways, namespaces),
      ...this.#inspectNamespaces(
        facts.map(({ namespaceUse }) => namespaceUse),
        namespaces,
        unwired,
      ),
      ...this.#inspectStores(externalSecrets, secretStores),
      ...this.#inspectWiring(unwired, units),
    ];
  }
}

function keyOf({ unit }: RenderedUnit): string {
  return `${unit.cluster}/${unit.objectNamespace ?? ''}/${unit.name}`;
}
