import {
  type CephDetail,
  type CephSummary,
} from '@internal/plugin-ceph-common';

/** The part of a Ceph cluster that lists and cards need. */
export function toSummary(detail: CephDetail): CephSummary {
  const {
    platform,
    cluster,
    namespace,
    name,
    entityRef,
    fsid,
    external,
    health,
    since,
    lastKnown,
    reasons,
    capacity,
    osds,
    sources,
  } = detail;
  return {
    platform,
    cluster,
    namespace,
    name,
    entityRef,
    fsid,
    external,
    health,
    since,
    lastKnown,
    reasons,
    capacity,
    osds,
    sources,
  };
}
