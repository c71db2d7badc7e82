import type { CephDetail, HealthReason } from '@internal/plugin-ceph-common';
import { type CephInputs, findOperatorError, isRookProven } from './CephInputs';
import { groupState } from './toPlacementGroups';
import { toReason } from './toReason';

type Parts = Pick<CephDetail, 'pools' | 'placementGroups'>;

/** What is wrong with Ceph by the portal's own rules; all of it is proven now. */
export function listFindings(inputs: CephInputs, parts: Parts): HealthReason[] {
  return [
    ...findLostQuorum(inputs),
    ...findBlockedData(inputs, parts),
    ...findOperatorTrouble(inputs),
    ...findDisagreement(inputs),
    ...(inputs.manager.state === 'switching'
      ? [toReason('manager-switching', 'info', [])]
      : []),
    ...findUnsafePools(parts),
  ];
}

function findLostQuorum(inputs: CephInputs): HealthReason[] {
  const error = findOperatorError(inputs);
  const monitors = inputs.rook.workloads?.monitors ?? [];
  const ready = monitors.filter(({ isReady }) => isReady).length;
  const isMinority =
    monitors.length > 0 && ready < Math.floor(monitors.length / 2) + 1;
  const pods = `Monitors by their pods: ${ready} of ${monitors.length} ready`;
  const isProven = isRookProven(inputs);
  const { state } = inputs.manager;
  const isLost =
    (isProven && error !== undefined) ||
    (isMinority &&
      state !== 'fresh' &&
      (!isProven || state === 'without-monitors'));
  if (!isLost) return [];
  return [
    toReason(
      'quorum-lost',
      'critical',
      [
        ...(error === undefined ? [] : [`Rook: ${error}`]),
        ...(state === 'without-monitors'
          ? ['The manager answers, its monitors do not']
          : []),
        ...(monitors.length > 0 ? [pods] : []),
      ],
      {
        hosts: monitors.flatMap(({ isReady, node }) =>
          isReady || !node ? [] : [node],
        ),
      },
    ),
  ];
}

function findBlockedData(
  { manager, metrics }: CephInputs,
  { pools, placementGroups }: Parts,
): HealthReason[] {
  const isFresh = manager.state === 'fresh';
  const groups =
    isFresh && placementGroups.known ? placementGroups.value : undefined;
  const sum = (name: string) =>
    metrics?.metrics
      .get(name)
      ?.reduce((total, { value }) => total + value, 0) ?? 0;
  const useMetrics = !isFresh && metrics !== undefined;
  const inactive = useMetrics
    ? sum('ceph_pg_total') - sum('ceph_pg_active')
    : (groups?.inactive ?? 0);
  const unfound = useMetrics
    ? sum('ceph_num_objects_unfound')
    : (groups?.objects.unfound ?? 0);
  const affected = (pools.known && isFresh ? pools.value : [])
    .filter(({ states }) =>
      states?.some(({ state }) => groupState(state) === 'inactive'),
    )
    .map(({ name }) => name);
  return [
    ...(inactive > 0
      ? [
          toReason(
            'pgs-inactive',
            'critical',
            groups?.states
              .filter(({ state }) => groupState(state) === 'inactive')
              .map(({ state, count }) => `${count} ${state}`) ?? [
              `${inactive} placement groups are not active`,
            ],
            { pools: affected },
          ),
        ]
      : []),
    ...(unfound > 0
      ? [
          toReason('objects-unfound', 'critical', [
            `${unfound} objects unfound`,
          ]),
        ]
      : []),
  ];
}

function findOperatorTrouble({ rook }: CephInputs): HealthReason[] {
  const { phase, message } = rook.resource.status;
  return [
    ...findAbsentOperator(rook),
    ...(rook.isReadable && (phase === 'Failure' || rook.failed.length > 0)
      ? [
          toReason('rook-failed', 'warning', [
            ...(phase === 'Failure' && message ? [message] : []),
            ...rook.failed,
          ]),
        ]
      : []),
  ];
}

/** One reason at most; one that is silent is told of as a doubt. */
function findAbsentOperator({
  freshness,
  workloads,
  isReadable,
}: CephInputs['rook']): HealthReason[] {
  const operator = workloads?.operator;
  if (freshness.state === 'stale') return [];
  if (operator?.ready === 0) {
    return [
      toReason('operator-not-ready', 'warning', [
        `Operator: ${operator.ready} of ${operator.wanted} ready`,
      ]),
    ];
  }
  return isReadable && freshness.state === 'slow'
    ? [
        toReason('operator-slow', 'warning', [
          `Ceph was checked ${Math.round(freshness.ageSeconds)} s ago`,
        ]),
      ]
    : [];
}

function findDisagreement(inputs: CephInputs): HealthReason[] {
  const { disagreeingSince: since, rook, manager } = inputs;
  if (!since || !manager.reading) return [];
  return [
    toReason('sources-disagree', 'info', [
      `Rook: ${rook.resource.status.ceph?.health ?? 'nothing'}`,
      `Manager: ${manager.reading.full.health.status}`,
    ]),
  ];
}

function findUnsafePools({ pools }: Parts): HealthReason[] {
  if (!pools.known) return [];
  const tight = pools.value.filter(({ size, minSize }) => minSize >= size);
  const together = pools.value.filter(
    ({ failureDomain, size }) => failureDomain === 'osd' && size > 1,
  );
  return [
    ...(tight.length > 0
      ? [
          toReason(
            'pool-needs-all-copies',
            'info',
            tight.map(
              ({ name, size, minSize }) =>
                `${name}: size ${size}, min_size ${minSize}`,
            ),
            { pools: tight.map(({ name }) => name) },
          ),
        ]
      : []),
    ...(together.length > 0
      ? [
          toReason('pool-copies-together', 'info', [], {
            pools: together.map(({ name }) => name),
          }),
        ]
      : []),
  ];
}
