import {
  maintenanceInputWords,
  maintenanceReasons,
  maintenanceStepWords,
  maintenanceVerdictWords,
  stoppingReasonWords,
} from '@internal/plugin-ceph-common';

/** English texts of maintenance; closed lists have their words where the backend finds them too. */
export default {
  tab: 'Maintenance',
  title: 'Can {{node}} go down?',
  verdict: {
    safe: 'Safe',
    'safe-after-steps': 'Safe after steps',
    unsafe: 'Unsafe',
    unknown: 'Unknown',
  },
  sentence: maintenanceVerdictWords,
  input: maintenanceInputWords,
  reason: Object.fromEntries(
    Object.entries(maintenanceReasons).map(([id, { words }]) => [id, words]),
  ),
  step: maintenanceStepWords,
  stopping: stoppingReasonWords,
  result: {
    fine: 'Fine',
    step: 'Needs a step',
    blocks: 'Speaks against it',
    unknown: 'Not known',
    'not-applicable': 'Does not apply',
  },
  observed: 'As of {{time}}',
  neverObserved: 'Nothing was read yet',
  because: 'Why',
  nothingAgainst: 'Nothing speaks against it.',
  details: 'Every input',
  column: {
    input: 'What is looked at',
    result: 'Result',
    reason: 'Why',
    sources: 'Known from',
  },
  subjects: 'About',
  more_one: 'and {{number}} more',
  more_other: 'and {{number}} more',
  notNamed: 'none',
  steps: {
    title: 'Steps, in order',
    looking: 'What can be looked at now',
    nothingRuns:
      'The portal runs none of this. Copy the commands and run them yourself, one after another.',
    lookingOnly:
      'These commands only look. Steps for going down appear once the machine may.',
    before: 'Before',
    during: 'While it is down',
    after: 'After',
    command: 'Command: {{step}}',
    all: 'All commands',
    none: 'There is nothing to do beforehand.',
  },
  dependents: {
    title: 'What depends on {{node}}',
    lessRedundant: 'Apps whose data then has fewer copies',
    stopping: 'Apps that then stop',
    moving: 'Apps that then move to another machine',
    localVolumes: 'Volumes that exist on this machine only',
    none: 'None.',
  },
  chain: 'From {{node}} to the apps',
  notFound: {
    title: 'No such machine',
    description:
      'Nothing is known of a machine called {{node}} on the cluster {{cluster}}. It may be gone, or its cluster is not configured.',
  },
  rolling: {
    title: 'One after another',
    about:
      'The order for a rolling upgrade. Each machine is back, and all data has its copies again, before the next goes down.',
    through_one: '{{number}} machine can go down and come back, in this order.',
    through_other:
      'All {{number}} machines can go down one after another, in this order.',
    stops: 'It would stop at {{node}}',
    stopsFirst: 'It cannot begin: the first machine, {{node}}, must stay up',
    stopsHere: 'It stops here',
    notReached: 'Not reached',
    order: 'Machines in order',
  },
  all: 'All machines',
  machine: 'Machine',
  verdictColumn: 'May it go down?',
  empty: {
    title: 'No machines are known here',
    description:
      'Verdicts appear once the machines of this cluster can be read. The platform team connects it under kubernetes: in the portal’s configuration.',
  },
  card: {
    title: 'Maintenance',
    open: 'Open maintenance',
    openNode: 'What decides this, and what depends on it',
  },
} as const;
