import type { Maintenance } from '../maintenance/Maintenance';
import type { StorageModels } from '../model/StorageModels';
import type { ClusterStorage } from '../storage/ClusterStorage';
import type { AlertNotifier } from './AlertNotifier';
import { listAlerts } from './listAlerts';

/** Looks at a cluster after each cycle for what people should be told. */
export class AlertWatch {
  readonly #models: StorageModels;
  readonly #maintenance: Maintenance;
  readonly #notifier: AlertNotifier;
  readonly #platformTeams: ReadonlyMap<string, string>;

  constructor(options: {
    models: StorageModels;
    maintenance: Maintenance;
    notifier: AlertNotifier;
    /** Entity refs by platform. */
    platformTeams: ReadonlyMap<string, string>;
  }) {
    this.#models = options.models;
    this.#maintenance = options.maintenance;
    this.#notifier = options.notifier;
    this.#platformTeams = options.platformTeams;
  }

  async observe(storage: ClusterStorage, now: Date): Promise<void> {
    const { platform, cluster } = storage.cluster;
    const model = this.#models.get(platform, cluster);
    const observation = listAlerts({
      ceph: this.#models.listCeph(storage).filter(({ external }) => !external),
      volumes: model.volumes,
      verdicts: this.#maintenance.plan(platform, cluster).verdicts,
      describe: node => this.#maintenance.node(platform, cluster, node),
      now,
    });
    await this.#notifier.observe(
      { platform, cluster, platformTeam: this.#platformTeams.get(platform) },
      observation,
      now,
    );
  }
}
