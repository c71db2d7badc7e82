import { CephDetail } from '@internal/plugin-ceph-common';
import { ActivitySection } from '../activity/ActivitySection';
import { CapacitySection } from '../capacity/CapacitySection';
import { DaemonsSection } from '../daemons/DaemonsSection';
import { FlagsSection } from '../flags/FlagsSection';
import { OsdSection } from '../osds/OsdSection';
import { PlacementGroupsSection } from '../pgs/PlacementGroupsSection';
import { PoolsSection } from '../pools/PoolsSection';
import { ReasonsSection } from '../reasons/ReasonsSection';
import { Verdict } from '../verdict/Verdict';
import { CephNotices } from './CephNotices';
import styles from '../storage.module.css';

/** Everything known of one Ceph cluster, the verdict first. */
export function CephView({ detail }: { detail: CephDetail }) {
  return (
    <div className={styles.content}>
      <Verdict ceph={detail} />
      <CephNotices ceph={detail} />
      <ReasonsSection ceph={detail} />
      <div
        className={styles.content}
        data-old={detail.health === 'unknown' || undefined}
      >
        <FlagsSection flags={detail.flags} />
        <div className={styles.columns}>
          <CapacitySection ceph={detail} />
          <PlacementGroupsSection placementGroups={detail.placementGroups} />
        </div>
        <OsdSection ceph={detail} />
        <PoolsSection pools={detail.pools} />
        <ActivitySection ceph={detail} />
        <DaemonsSection ceph={detail} />
      </div>
    </div>
  );
}
