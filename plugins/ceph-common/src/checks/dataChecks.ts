import type { HealthCheck } from './HealthCheck';

/** Ceph's own checks of pools, placement groups and objects. */
export const dataChecks = {
  PG_AVAILABILITY: {
    title: 'Some data cannot be read or written',
    meaning:
      'Parts of the data (placement groups) have too few copies at hand, or are just being sorted out; apps that need them wait.',
    dataRisk: 'blocked',
    nextStep:
      'Bring the OSDs back that are down. If it lasts, look at "ceph health detail" and "ceph pg <id> query".',
  },
  PG_DEGRADED: {
    title: 'Some data has fewer copies than wanted',
    meaning:
      'All data can be read and written, but parts of it lack a copy; one more failure may block or lose them.',
    dataRisk: 'less-redundant',
    nextStep:
      'Bring the OSDs back that are down, or let Ceph finish repairing. Take no machine down until then.',
  },
  PG_DAMAGED: {
    title: 'Some data may be damaged',
    meaning: 'Copies of some data do not match, or a repair has failed.',
    dataRisk: 'damaged',
    nextStep:
      'Find the placement groups with "ceph health detail", check the disks below, then "ceph pg repair".',
  },
  PG_RECOVERY_FULL: {
    title: 'Repair stopped: disks are full',
    meaning: 'Missing copies cannot be made because an OSD is full.',
    dataRisk: 'less-redundant',
    nextStep: 'Delete data or add disks.',
  },
  PG_BACKFILL_FULL: {
    title: 'Moving copies stopped: disks are too full',
    meaning: 'Copies cannot be moved because an OSD has too little room.',
    dataRisk: 'less-redundant',
    nextStep: 'Delete data or add disks.',
  },
  PG_NOT_SCRUBBED: {
    title: 'Copies were not compared lately',
    meaning:
      'Ceph did not find the time to compare some copies as often as it should.',
    dataRisk: 'none',
    nextStep:
      'Look for noscrub flags, load or slow disks; allow scrubbing more time.',
  },
  PG_NOT_DEEP_SCRUBBED: {
    title: 'Data was not read through lately',
    meaning:
      'Ceph did not find the time to read some data through and compare it; silent damage would be found late.',
    dataRisk: 'none',
    nextStep:
      'Look for nodeep-scrub flags, load or slow disks; allow scrubbing more time.',
  },
  PG_SLOW_SNAP_TRIMMING: {
    title: 'Deleted snapshots are cleared slowly',
    meaning: 'Ceph lags behind in freeing what deleted snapshots held.',
    dataRisk: 'none',
    nextStep: 'Delete fewer snapshots at once, or look at slow disks.',
  },
  OBJECT_UNFOUND: {
    title: 'Some data cannot be found',
    meaning:
      'The newest version of some objects lies on no OSD that is up. Apps that need them wait.',
    dataRisk: 'damaged',
    nextStep:
      'Bring back every OSD that is down, above all those that failed last. Do not mark anything lost before.',
  },
  OBJECT_MISPLACED: {
    title: 'Data lies where it should not stay',
    meaning: 'All copies are there, and Ceph is moving some to other disks.',
    dataRisk: 'none',
    nextStep: 'Wait; look at free space if it does not get less.',
  },
  LARGE_OMAP_OBJECTS: {
    title: 'Some objects are very large',
    meaning: 'Objects with very many keys are slow to repair.',
    dataRisk: 'none',
    nextStep: 'Find them in the cluster log; reshard bucket indexes.',
  },
  MANY_OBJECTS_PER_PG: {
    title: 'A pool has too few placement groups',
    meaning: 'A pool holds many more objects in each group than others do.',
    dataRisk: 'none',
    nextStep: 'Raise pg_num of the pool, or let the autoscaler do it.',
  },
  TOO_FEW_PGS: {
    title: 'There are few placement groups',
    meaning: 'Data is not spread evenly over the disks.',
    dataRisk: 'none',
    nextStep: 'Let the autoscaler raise pg_num of the pools.',
  },
  TOO_MANY_PGS: {
    title: 'There are too many placement groups',
    meaning: 'OSDs need more memory, and no pool can be added.',
    dataRisk: 'none',
    nextStep: 'Add OSDs, or lower pg_num of pools.',
  },
  TOO_FEW_OSDS: {
    title: 'There are fewer OSDs than copies',
    meaning: 'Copies cannot be spread as they should.',
    dataRisk: 'less-redundant',
    nextStep: 'Add OSDs.',
  },
  SMALLER_PGP_NUM: {
    title: 'A pool was enlarged by half',
    meaning: 'pgp_num of a pool is less than its pg_num.',
    dataRisk: 'none',
    nextStep: 'Set pgp_num of the pool to its pg_num.',
  },
  POOL_FULL: {
    title: 'A pool is full: nothing can be written',
    meaning:
      'A pool has reached its quota, or the disks below it are full; apps that write to it fail.',
    dataRisk: 'blocked',
    nextStep: 'Delete data, raise the pool’s quota, or add disks.',
  },
  POOL_NEAR_FULL: {
    title: 'A pool is nearly full',
    meaning: 'A pool is close to its quota. Everything works still.',
    dataRisk: 'none',
    nextStep: 'Delete data or raise the pool’s quota.',
  },
  POOL_NEARFULL: {
    title: 'A pool is nearly full',
    meaning: 'The disks below a pool are nearly full. Everything works still.',
    dataRisk: 'none',
    nextStep: 'Plan more disks, or delete data.',
  },
  POOL_BACKFILLFULL: {
    title: 'A pool is too full to be repaired',
    meaning: 'The disks below a pool have too little room to take copies.',
    dataRisk: 'none',
    nextStep: 'Delete data or add disks before a disk fails.',
  },
  POOL_NO_REDUNDANCY: {
    title: 'A pool keeps one copy only',
    meaning: 'What lies in the pool is lost when its disk fails.',
    dataRisk: 'less-redundant',
    nextStep: 'Give the pool a size of at least 2, better 3.',
  },
  POOL_APP_NOT_ENABLED: {
    title: 'A pool does not say what it is for',
    meaning: 'Nobody told Ceph which kind of app uses the pool.',
    dataRisk: 'none',
    nextStep: 'Run "ceph osd pool application enable <pool> <app>".',
  },
  POOL_PG_NUM_NOT_POWER_OF_TWO: {
    title: 'A pool is spread unevenly',
    meaning: 'The number of its placement groups is not a power of two.',
    dataRisk: 'none',
    nextStep: 'Set pg_num of the pool to a power of two.',
  },
  POOL_TOO_FEW_PGS: {
    title: 'A pool should have more placement groups',
    meaning: 'Its data is not spread evenly over the disks.',
    dataRisk: 'none',
    nextStep: 'Set pg_autoscale_mode of the pool to on, or raise pg_num.',
  },
  POOL_TOO_MANY_PGS: {
    title: 'A pool should have fewer placement groups',
    meaning: 'It costs the OSDs more memory than it should.',
    dataRisk: 'none',
    nextStep: 'Set pg_autoscale_mode of the pool to on, or lower pg_num.',
  },
  POOL_TARGET_SIZE_BYTES_OVERCOMMITTED: {
    title: 'Pools expect more than there is',
    meaning: 'The expected sizes of pools together exceed the storage.',
    dataRisk: 'none',
    nextStep: 'Lower target_size_bytes of the pools.',
  },
  POOL_HAS_TARGET_SIZE_BYTES_AND_RATIO: {
    title: 'A pool’s expected size is set twice',
    meaning: 'It has a size and a share; the size is ignored.',
    dataRisk: 'none',
    nextStep: 'Set target_size_bytes of the pool to 0.',
  },
  POOL_TARGET_SIZE_RATIO_OVERCOMMITTED: {
    title: 'Pools’ expected shares exceed the whole',
    meaning: 'The expected shares of pools together are more than all.',
    dataRisk: 'none',
    nextStep: 'Lower target_size_ratio of the pools.',
  },
  CACHE_POOL_NEAR_FULL: {
    title: 'A cache pool is nearly full',
    meaning: 'Reading and writing through it becomes slow.',
    dataRisk: 'none',
    nextStep: 'Raise the target size of the cache pool.',
  },
  CACHE_POOL_NO_HIT_SET: {
    title: 'A cache pool does not count hits',
    meaning: 'It cannot tell what to keep.',
    dataRisk: 'none',
    nextStep: 'Set hit_set_type of the cache pool.',
  },
  OLD_CRUSH_TUNABLES: {
    title: 'The map uses old rules',
    meaning: 'Copies are spread by rules of an old version of Ceph.',
    dataRisk: 'none',
    nextStep: 'Update the tunables when much data may move.',
  },
  OLD_CRUSH_STRAW_CALC_VERSION: {
    title: 'The map uses an old calculation',
    meaning: 'Copies are spread less evenly than they could be.',
    dataRisk: 'none',
    nextStep: 'Set straw_calc_version to 1 when much data may move.',
  },
  DEGRADED_STRETCH_MODE: {
    title: 'One of two sites is missing',
    meaning: 'A cluster over two sites runs on one of them.',
    dataRisk: 'less-redundant',
    nextStep: 'Bring the other site back.',
  },
  INCORRECT_NUM_BUCKETS_STRETCH_MODE: {
    title: 'A cluster over two sites has not two',
    meaning: 'The map names another number of sites than two.',
    dataRisk: 'none',
    nextStep: 'Correct the map of the storage.',
  },
  UNEVEN_WEIGHTS_STRETCH_MODE: {
    title: 'Two sites differ in size',
    meaning: 'The two sites of a cluster do not hold the same amount.',
    dataRisk: 'none',
    nextStep: 'Make both sites equally large.',
  },
} as const satisfies Record<string, HealthCheck>;
