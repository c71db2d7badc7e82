import { StoragePlace } from '../api/CephApi';

/** What people call a cluster, such as `monosense / infra`. */
export function namePlace({ platform, cluster }: StoragePlace): string {
  return platform === cluster ? cluster : `${platform} / ${cluster}`;
}
