import type { HealthCheck } from './HealthCheck';

/** Ceph's own checks of OSDs and the devices below them. */
export const osdChecks = {
  OSD_DOWN: {
    title: 'A disk’s daemon (OSD) is down',
    meaning:
      'The daemon that serves a disk does not run or cannot be reached. The copies on it are missing until it is back.',
    dataRisk: 'less-redundant',
    nextStep:
      'Look at the OSD’s pod, its machine and its disk. Leave all other machines up until it is back.',
  },
  OSD_SUBTREE_DOWN: {
    title: 'All OSDs of a place are down',
    meaning:
      'Every OSD of a machine, rack or zone is down: most often the machine itself, its network or its power.',
    dataRisk: 'less-redundant',
    nextStep:
      'Bring the place back. Leave all other machines with OSDs up until then.',
  },
  OSD_ORPHAN: {
    title: 'An OSD exists on the map only',
    meaning: 'The map of the storage names an OSD that does not exist.',
    dataRisk: 'none',
    nextStep: 'Remove it with "ceph osd crush rm osd.<id>".',
  },
  OSD_OUT_OF_ORDER_FULL: {
    title: 'Limits of fullness contradict each other',
    meaning:
      'The shares at which Ceph warns, stops refilling and stops writing do not ascend.',
    dataRisk: 'none',
    nextStep:
      'Set them in order with "ceph osd set-nearfull-ratio", "set-backfillfull-ratio" and "set-full-ratio".',
  },
  OSD_FULL: {
    title: 'A disk is full: nothing can be written',
    meaning:
      'An OSD has reached the full limit, and Ceph stops all writing to the pools on it.',
    dataRisk: 'blocked',
    nextStep:
      'Delete data or add disks. For a short time "ceph osd set-full-ratio" can be raised a little, to be able to delete.',
  },
  OSD_BACKFILLFULL: {
    title: 'A disk is too full to take copies',
    meaning:
      'An OSD is so full that Ceph moves no more copies onto it; repair may not finish.',
    dataRisk: 'none',
    nextStep: 'Delete data or add disks before a disk fails.',
  },
  OSD_NEARFULL: {
    title: 'A disk is nearly full',
    meaning:
      'An OSD has crossed the limit at which Ceph warns. Everything works still.',
    dataRisk: 'none',
    nextStep:
      'Plan more disks, or delete data. Look at which pools and apps grow.',
  },
  OSDMAP_FLAGS: {
    title: 'A switch for the whole cluster is set',
    meaning:
      'Somebody told Ceph not to do something it usually does by itself, such as to replace missing copies (noout).',
    dataRisk: 'none',
    nextStep:
      'When the maintenance is over, take the flag away with "ceph osd unset <flag>".',
  },
  OSD_FLAGS: {
    title: 'A switch for some OSDs is set',
    meaning:
      'Ceph was told not to do something it usually does, for some OSDs or machines; Rook does so while it drains one.',
    dataRisk: 'none',
    nextStep:
      'When the maintenance is over, take the flag away with "ceph osd unset-group <flag> <who>".',
  },
  OSD_NO_DOWN_OUT_INTERVAL: {
    title: 'Missing copies are not replaced by themselves',
    meaning:
      'OSDs that are down stay part of the storage for ever, so that nothing is repaired until somebody acts.',
    dataRisk: 'none',
    nextStep: 'Set mon_osd_down_out_interval, unless it is meant so.',
  },
  OSD_UNREACHABLE: {
    title: 'An OSD has an address outside the network',
    meaning: 'An OSD uses an address that is not in the configured network.',
    dataRisk: 'less-redundant',
    nextStep: 'Compare public_network with the address of the OSD.',
  },
  OSD_SLOW_PING_TIME_BACK: {
    title: 'The storage network is slow between OSDs',
    meaning:
      'OSDs wait long for each other on the network on which they copy data.',
    dataRisk: 'none',
    nextStep: 'Check links, switches and load between the machines named.',
  },
  OSD_SLOW_PING_TIME_FRONT: {
    title: 'The network is slow between OSDs',
    meaning: 'OSDs wait long for each other on the network that clients use.',
    dataRisk: 'none',
    nextStep: 'Check links, switches and load between the machines named.',
  },
  OSD_TOO_MANY_REPAIRS: {
    title: 'A disk has often been read wrongly',
    meaning:
      'An OSD had to repair many objects from other copies while reading; its disk may be failing.',
    dataRisk: 'less-redundant',
    nextStep: 'Check the disk (SMART, kernel log), and plan to replace it.',
  },
  OSD_SCRUB_ERRORS: {
    title: 'Copies do not match',
    meaning:
      'Ceph compared copies and found some that differ or cannot be read.',
    dataRisk: 'damaged',
    nextStep:
      'Find the placement groups with "ceph health detail", check the disks, then repair with "ceph pg repair".',
  },
  OSD_UPGRADE_FINISHED: {
    title: 'An upgrade wants its last step',
    meaning:
      'All OSDs run a newer version; Ceph was not told yet to require it.',
    dataRisk: 'none',
    nextStep: 'Run "ceph osd require-osd-release <release>".',
  },
  OSD_FILESTORE: {
    title: 'An OSD uses an outdated format',
    meaning: 'FileStore is not supported any more by newer versions of Ceph.',
    dataRisk: 'none',
    nextStep: 'Replace these OSDs one by one by new ones with BlueStore.',
  },
  OSD_NO_SORTBITWISE: {
    title: 'An old setting hinders an upgrade',
    meaning: 'A flag that newer OSDs need is not set.',
    dataRisk: 'none',
    nextStep: 'Run "ceph osd set sortbitwise".',
  },
  SLOW_OPS: {
    title: 'Requests wait long',
    meaning:
      'Reading or writing takes more than half a minute on some OSD or monitor: apps feel it.',
    dataRisk: 'none',
    nextStep:
      'Look at disks, network and load of the daemons named; restart one that hangs.',
  },
  BLUEFS_SPILLOVER: {
    title: 'Metadata lies on the slow disk',
    meaning:
      'The fast part of an OSD is full, so that it keeps metadata on the slow one.',
    dataRisk: 'none',
    nextStep: 'Give the OSD a larger fast device, or accept slower metadata.',
  },
  BLUEFS_AVAILABLE_SPACE: {
    title: 'Space for metadata is reported',
    meaning: 'Ceph reports how much room an OSD has for its metadata.',
    dataRisk: 'none',
    nextStep: 'Look at the OSD’s use; usually nothing is to be done.',
  },
  BLUEFS_LOW_SPACE: {
    title: 'Space for metadata runs low',
    meaning: 'An OSD has little room left for its own metadata.',
    dataRisk: 'none',
    nextStep: 'Free space on the OSD, or replace it by a larger one.',
  },
  BLUESTORE_FRAGMENTATION: {
    title: 'Free space is fragmented',
    meaning: 'The free space of an OSD is in small pieces, which slows it.',
    dataRisk: 'none',
    nextStep: 'Watch it; if it is severe, create the OSD anew.',
  },
  BLUESTORE_LEGACY_STATFS: {
    title: 'An OSD counts use the old way',
    meaning: 'The use of each pool is not exact until the OSD is updated.',
    dataRisk: 'none',
    nextStep: 'Let the OSD repair its BlueStore while it is stopped.',
  },
  BLUESTORE_NO_PER_POOL_OMAP: {
    title: 'An OSD counts keys the old way',
    meaning: 'Space for keys is estimated until the OSD is updated.',
    dataRisk: 'none',
    nextStep: 'Let the OSD repair its BlueStore while it is stopped.',
  },
  BLUESTORE_NO_PER_PG_OMAP: {
    title: 'An OSD stores keys the old way',
    meaning: 'Moving placement groups is slower until the OSD is updated.',
    dataRisk: 'none',
    nextStep: 'Let the OSD repair its BlueStore while it is stopped.',
  },
  BLUESTORE_DISK_SIZE_MISMATCH: {
    title: 'An OSD is wrong about its disk’s size',
    meaning:
      'The disk and what the OSD notes of it have different sizes; the OSD may crash.',
    dataRisk: 'less-redundant',
    nextStep: 'Create the OSD anew, one at a time, with all copies complete.',
  },
  BLUESTORE_NO_COMPRESSION: {
    title: 'An OSD cannot compress',
    meaning: 'A plug-in for compression could not be loaded.',
    dataRisk: 'none',
    nextStep: 'Check the image of the OSD and start it anew.',
  },
  BLUESTORE_SPURIOUS_READ_ERRORS: {
    title: 'A disk sometimes reads wrongly',
    meaning:
      'Reading from a disk failed and went well on repetition; hardware or kernel may be at fault.',
    dataRisk: 'less-redundant',
    nextStep: 'Check disk, cable and kernel of the machine.',
  },
  BLUESTORE_SLOW_OP_ALERT: {
    title: 'A disk answers slowly',
    meaning: 'An OSD has had slow answers from its disk within the last day.',
    dataRisk: 'none',
    nextStep: 'Check the disk (SMART, kernel log); replace it if it goes on.',
  },
  BLOCK_DEVICE_STALLED_READ_ALERT: {
    title: 'A disk stalls while reading',
    meaning: 'Reading from the disk of an OSD stalled several times.',
    dataRisk: 'none',
    nextStep: 'Check the disk (SMART, kernel log); replace it if it goes on.',
  },
  DB_DEVICE_STALLED_READ_ALERT: {
    title: 'A metadata device stalls',
    meaning: 'Reading from the device with an OSD’s metadata stalled.',
    dataRisk: 'none',
    nextStep: 'Check that device; replace it if it goes on.',
  },
  WAL_DEVICE_STALLED_READ_ALERT: {
    title: 'A journal device stalls',
    meaning: 'Reading from the device with an OSD’s journal stalled.',
    dataRisk: 'none',
    nextStep: 'Check that device; replace it if it goes on.',
  },
  DEVICE_HEALTH: {
    title: 'A disk is expected to fail',
    meaning: 'By its own measurements a disk will probably fail soon.',
    dataRisk: 'none',
    nextStep:
      'Take its OSD out with "ceph osd out", wait until all copies are elsewhere, replace the disk.',
  },
  DEVICE_HEALTH_IN_USE: {
    title: 'A failing disk still holds data',
    meaning:
      'A disk that is expected to fail was taken out, and its data has not moved yet.',
    dataRisk: 'none',
    nextStep: 'Wait for it, or find out what hinders it (space, other OSDs).',
  },
  DEVICE_HEALTH_TOOMANY: {
    title: 'Many disks are expected to fail',
    meaning:
      'More disks are expected to fail than Ceph takes out by itself, for too few would be left.',
    dataRisk: 'none',
    nextStep: 'Add disks now, then replace the failing ones one by one.',
  },
} as const satisfies Record<string, HealthCheck>;
