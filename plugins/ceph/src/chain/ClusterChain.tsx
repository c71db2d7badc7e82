import { StoragePlace } from '../api/CephApi';
import { ChainContent } from './ChainContent';

/** The chain of a whole cluster. */
export function ClusterChain({ place }: { place: StoragePlace }) {
  return <ChainContent query={place} />;
}
