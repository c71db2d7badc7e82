import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  nodeListSchema,
  workloadListSchema,
} from '@internal/plugin-talos-nodes-common';
import type { Declared } from './Declared';
import type { PluginReader } from './read/PluginReader';

/** Which apps run on which machine, as it was last known. */
export class HostedApps {
  readonly #reader: PluginReader;
  readonly #declared: Declared;
  readonly #logger: LoggerService;
  /** Entity refs of apps, by that of the machine. */
  readonly #apps = new Map<string, string[]>();
  #problem: string | undefined;

  constructor(options: {
    reader: PluginReader;
    declared: Declared;
    logger: LoggerService;
  }) {
    this.#reader = options.reader;
    this.#declared = options.declared;
    this.#logger = options.logger;
  }

  /** Entity refs, sorted; `undefined` where nothing is known of the machine. */
  of(machineRef: string): readonly string[] | undefined {
    return this.#apps.get(machineRef);
  }

  /** Reads anew; what cannot be read stays as it was. */
  async refresh(): Promise<void> {
    try {
      await this.#read();
      this.#problem = undefined;
    } catch (error) {
      const problem = stringifyError(error);
      if (problem !== this.#problem) {
        this.#logger.warn(
          `The apps of the machines stay in the catalog as they are: ${problem}`,
        );
      }
      this.#problem = problem;
    }
  }

  async #read() {
    const [{ items: machines }, workloads] = await Promise.all([
      this.#reader.read('talos-nodes', '/nodes', nodeListSchema),
      this.#reader.read('talos-nodes', '/workloads', workloadListSchema),
    ]);
    const isRead = new Set(
      workloads.clusters
        .filter(({ pods, apps }) => pods.observedAt && apps.observedAt)
        .map(({ platform, cluster }) => `${platform}/${cluster}`),
    );
    for (const machine of machines) {
      const { platform, cluster, name, entityRef } = machine;
      const declared = this.#declared.machineRef(machine);
      if (!isRead.has(`${platform}/${cluster}`) || declared === 'unknown') {
        continue;
      }
      const apps = workloads.items
        .filter(
          workload =>
            workload.platform === platform &&
            workload.cluster === cluster &&
            workload.node === name,
        )
        .flatMap(({ app }) => app?.entityRef ?? []);
      this.#apps.set(
        declared === 'not-declared' ? entityRef : declared,
        [...new Set(apps)].sort(),
      );
    }
  }
}
