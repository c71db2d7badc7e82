import type { ClusterKey } from './ClusterKey';
import type { Declared } from './Declared';
import type { PluginReader } from './read/PluginReader';

/** Where the entities of one cluster come from. */
export interface ObservationSource extends ClusterKey {
  reader: PluginReader;
  declared: Declared;
}
