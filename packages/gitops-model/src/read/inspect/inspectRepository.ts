import type { Finding } from '../../finding/Finding';
import { inspectDashboards } from './inspectDashboards';
import { inspectDependencies } from './inspectDependencies';
import { inspectHosts } from './inspectHosts';
import { inspectListeners } from './inspectListeners';
import { inspectNamespaces } from './inspectNamespaces';
import { inspectSecrets } from './inspectSecrets';
import { inspectStores } from './inspectStores';
import { inspectWiring } from './inspectWiring';
import type { Inspected } from './Inspection';

const inspections = [
  inspectDashboards,
  inspectDependencies,
  inspectHosts,
  inspectListeners,
  inspectNamespaces,
  inspectSecrets,
  inspectStores,
  inspectWiring,
];

/** All there is to say of how the parts of a repository fit together. */
export function inspectRepository(inspected: Inspected): Finding[] {
  return inspections.flatMap(inspection => inspection(inspected));
}
