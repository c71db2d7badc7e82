import { StoragePlace } from '../api/CephApi';
import { namePlace } from '../frame/namePlace';

/** How storage of a cluster is. */
export function StorageContent({ place }: { place: StoragePlace }) {
  return <p>{namePlace(place)}</p>;
}
