import type { CephInstallation } from '../CephInstallation';
import { type Daemon, listDaemons } from '../rook/daemons';
import { toCrushName, toDaemonName } from '../model/Osd';
import type { CephScenario, OsdChange } from './CephScenario';

/** Lets things happen to one Ceph cluster, and undoes them. */
export class CephScenarios {
  readonly #installation: CephInstallation;
  #current: CephScenario = 'healthy';
  /** Machines that were turned off for a scenario. */
  #machinesOff: string[] = [];

  constructor(installation: CephInstallation) {
    this.#installation = installation;
  }

  /** The last one that was set; `healthy` at the begin. */
  get current(): CephScenario {
    return this.#current;
  }

  /**
   * Undoes the one before and lets this one happen. On the way back to
   * `healthy` copies are made whole as time passes.
   */
  set(scenario: CephScenario): void {
    const { ceph } = this.#installation;
    this.#undo();
    if (scenario !== 'healthy') {
      ceph.finishRepairs();
    }
    this.#current = scenario;
    this.#happen(scenario);
    this.#installation.settle();
  }

  /** One OSD ends, starts, or is put out or in. */
  changeOsd(id: number, change: OsdChange): void {
    const { ceph } = this.#installation;
    const name = toDaemonName(ceph.osd(id));
    switch (change) {
      case 'stop':
        ceph.stopDaemons(name);
        break;
      case 'start':
        ceph.startDaemon(name);
        break;
      case 'out':
        ceph.putOsdOut(id);
        break;
      default:
        ceph.takeOsdIn(id);
    }
    this.#installation.settle();
  }

  #undo(): void {
    const { ceph, talos, accounts, address, operator } = this.#installation;
    for (const node of this.#machinesOff) {
      talos.machine(node).powerOn();
    }
    this.#machinesOff = [];
    ceph.repair();
    accounts.enable();
    accounts.mayRead();
    address.reaches = 'active';
    operator.setRunning(true);
  }

  #happen(scenario: CephScenario): void {
    const { ceph, talos, accounts, address, operator } = this.#installation;
    const nodes = ceph.devices.map(({ node }) => node);
    const last = nodes.at(-1) ?? '';
    const named = (kind: Daemon['kind']) =>
      listDaemons(ceph)
        .filter(daemon => daemon.kind === kind)
        .map(({ name }) => name);
    const monitors = named('mon');
    switch (scenario) {
      case 'osd-down':
        ceph.stopDaemons('osd.1');
        break;
      case 'host-down-noout':
        ceph.setFlag('noout', true);
        talos.machine(last).powerOff();
        this.#machinesOff = [last];
        break;
      case 'two-hosts-down':
        ceph.setFlag('noout', true);
        ceph.stopDaemons(
          ...ceph.devices.flatMap(({ node }, id) =>
            nodes.slice(0, 2).includes(node) ? [toDaemonName({ id })] : [],
          ),
        );
        break;
      case 'mon-down':
        ceph.stopDaemons(...monitors.slice(-1));
        break;
      case 'quorum-lost':
        ceph.stopDaemons(...monitors.slice(1));
        break;
      case 'near-full':
        ceph.fillTo(0.866);
        break;
      case 'full':
        ceph.fillTo(0.952);
        break;
      case 'recovering':
        ceph.loseCopies(0, 0.6);
        break;
      case 'inconsistent-pg':
        ceph.damage('2.7');
        break;
      case 'muted-check':
        ceph.setNodeFlags(toCrushName(last), ['noout']);
        ceph.mute('OSD_FLAGS', 3_600);
        break;
      case 'mds-gone':
        ceph.stopDaemons(...named('mds'));
        break;
      case 'mgr-gone':
        ceph.stopDaemons(...named('mgr'));
        break;
      case 'mgr-standby':
        address.reaches = 'standby';
        break;
      case 'operator-gone':
        operator.setRunning(false);
        break;
      case 'no-permission':
        accounts.mayRead(['monitor']);
        break;
      case 'account-locked':
        accounts.disable();
        break;
      default:
    }
  }
}
