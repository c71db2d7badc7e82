import { startTalos } from '@internal/sandbox';
import { toFleets } from './toFleets';

/** Told the number of machines and a folder; answers where the talosconfig lies. */
async function simulate(message: { count: number; stateDir: string }) {
  const { count, stateDir } = message;
  const talos = await startTalos({ stateDir, fleets: toFleets(count) });
  const machines = talos.clusters.flatMap(cluster =>
    cluster.machines.filter(({ isControlPlane }) => !isControlPlane),
  );
  const percent = Math.round(count / 100);
  const step = Math.max(1, Math.floor(machines.length / (2 * percent || 1)));
  for (let index = 0; index < percent; index += 1) {
    // Accepts and never answers: what a machine without power costs.
    machines[2 * index * step].hanging = true;
    machines[(2 * index + 1) * step].delay = 1500;
  }
  process.send?.({ talosconfig: talos.talosconfigs.reader });
  process.once('disconnect', () => process.exit(0));
}

process.once('message', simulate);
