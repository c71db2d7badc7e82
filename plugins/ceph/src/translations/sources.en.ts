import { sourceProblems } from '@internal/plugin-ceph-common';

/** Wide, since which values a problem has is known only where it is told. */
const problem: Record<string, string> = sourceProblems;

/** English texts of where something is known from. */
export default {
  name: {
    rook: 'Rook’s resources',
    'ceph-manager': 'Ceph’s manager',
    prometheus: 'Ceph’s metrics',
    kubernetes: 'Kubernetes',
    longhorn: 'Longhorn’s resources',
    talos: 'Talos',
    catalog: 'The catalog',
  },
  state: {
    fresh: 'current',
    stale: 'old',
    unreachable: 'does not answer',
    forbidden: 'not allowed',
    'not-configured': 'not configured',
    absent: 'nothing there',
  },
  problem,
  failing: 'Not everything here is current',
  failed: '{{source}}: {{state}}',
  failedSince: '{{source}}: {{state}} (noticed {{time}})',
  kept: 'What is shown was true {{time}}.',
  nothing: 'Nothing of it is shown.',
  partial: 'Not everything can be known here',
  notConfigured: '{{source}}: not configured.',
  limited: '{{source}}:',
  noneNeeded: 'nothing had to be read',
  unread: {
    'not-configured': 'not known: no source that knows it is configured',
    'not-allowed': 'not known: the portal may not read it',
    'not-reachable': 'not known: the source does not answer',
    stale: 'not known: what was read is too old',
    'not-reported': 'not known: the source does not tell',
    'too-early': 'not known: it is too early to tell',
  },
} as const;
