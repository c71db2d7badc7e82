import { InputError, NotFoundError } from '@backstage/errors';
import type { DeliverySnapshot } from '@internal/plugin-delivery-common';
import type { ArgoCDApi } from '@roadiehq/backstage-plugin-argo-cd';
import type { DeliveryApi } from '../api/DeliveryApi';
import {
  toArgocdApplication,
  toInstanceName,
  toUnknownApplication,
} from './toArgocdApplication';

type ApplicationList = Awaited<ReturnType<ArgoCDApi['listApps']>>;
type Application = Awaited<ReturnType<ArgoCDApi['getAppDetails']>>;

/**
 * Answers the Argo CD cards from the delivery snapshots. Nothing here reaches
 * an Argo CD, however often a card asks.
 */
export class SnapshotArgocdApi implements ArgoCDApi {
  readonly #deliveryApi: DeliveryApi;

  static create(deps: { deliveryApi: DeliveryApi }) {
    return new SnapshotArgocdApi(deps.deliveryApi);
  }

  private constructor(deliveryApi: DeliveryApi) {
    this.#deliveryApi = deliveryApi;
  }

  async listApps(options: {
    appSelector?: string;
    appNamespace?: string;
    projectName?: string;
  }): Promise<ApplicationList> {
    const { appSelector, appNamespace, projectName } = options;
    if (appSelector) throw selectorError();
    const snapshots = await this.#deliveryApi.listSnapshots({});
    return {
      items: snapshots.flatMap(snapshot =>
        snapshot.units
          .filter(({ project }) => !projectName || project === projectName)
          .filter(unit => isInNamespace(unit, appNamespace))
          .map(unit => toArgocdApplication(snapshot, unit)),
      ),
    };
  }

  async getAppDetails(options: {
    appName: string;
    appNamespace?: string;
    instance?: string;
  }): Promise<Application> {
    const { appName, appNamespace, instance } = options;
    const snapshots = await this.#snapshotsOf(appName, instance);
    const [application] = snapshots.flatMap(snapshot =>
      snapshot.units
        .filter(unit => isInNamespace(unit, appNamespace))
        .map(unit => toArgocdApplication(snapshot, unit)),
    );
    if (application) return application;
    if (snapshots.length > 0)
      return toUnknownApplication(snapshots[0], appName);
    throw new NotFoundError(
      `No Argo CD is configured for ${instance ?? 'any cluster'}; it belongs into platforms.<platform>.clusters[].argocd`,
    );
  }

  async getAppListDetails(): Promise<ApplicationList> {
    throw selectorError();
  }

  /** The clusters that have the application, or all where none is known to. */
  async serviceLocatorUrl(options: { appName?: string; appSelector?: string }) {
    const { appName } = options;
    if (!appName) throw selectorError();
    const snapshots = await this.#snapshotsOf(appName);
    const having = snapshots.filter(({ units }) => units.length > 0);
    return (having.length > 0 ? having : snapshots).map(snapshot => ({
      name: toInstanceName(snapshot),
      url: '',
      appName: [appName],
    }));
  }

  /** Author and message stand in Git; a snapshot does not hold them. */
  async getRevisionDetails() {
    return { author: 'n/a', date: 'n/a', message: 'n/a' };
  }

  async #snapshotsOf(
    unit: string,
    instance?: string,
  ): Promise<DeliverySnapshot[]> {
    const snapshots = await this.#deliveryApi.listSnapshots({
      units: [unit],
    });
    return snapshots.filter(
      snapshot => !instance || toInstanceName(snapshot) === instance,
    );
  }
}

function isInNamespace(unit: { namespace?: string }, wanted?: string) {
  return !wanted || unit.namespace === wanted;
}

function selectorError() {
  return new InputError(
    'Applications cannot be found by label; annotate the entity with argocd/app-name',
  );
}
