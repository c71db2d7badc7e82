import type { PlacementGroupStatus } from '../CephStatus';
import type { NewCheck, Observation } from '../judgeHealth';
import { noOsd } from '../placeShards';

/** How many placement groups a check names. */
const named = 50;

/** Data that cannot be reached, that has too few copies, or whose copies differ. */
export function checkPlacementGroups(observation: Observation): NewCheck[] {
  const { groups, objects } = observation;
  const acting = (group: PlacementGroupStatus) =>
    `[${group.acting
      .map(id =>
        id === noOsd ? observation.definition.release.missingShard : id,
      )
      .join(',')}]`;
  const checks: NewCheck[] = [];
  const having = (word: string) =>
    groups.filter(({ state }) => state.split('+').includes(word));

  const inconsistent = having('inconsistent');
  if (inconsistent.length > 0) {
    checks.push(
      {
        code: 'OSD_SCRUB_ERRORS',
        severity: 'HEALTH_ERR',
        message: `${inconsistent.length} scrub errors`,
        count: inconsistent.length,
        details: [],
      },
      {
        code: 'PG_DAMAGED',
        severity: 'HEALTH_ERR',
        message: `Possible data damage: ${count(inconsistent.length)} inconsistent`,
        count: inconsistent.length,
        details: inconsistent.map(
          group => `pg ${group.id} is ${group.state}, acting ${acting(group)}`,
        ),
      },
    );
  }
  const down = having('down');
  const stale = having('stale');
  const inactive = groups.filter(
    ({ state }) =>
      !/(^|\+)active/.test(state) && state !== 'down' && !/^stale/.test(state),
  );
  const unavailable = [...inactive, ...down, ...stale];
  if (unavailable.length > 0) {
    checks.push({
      code: 'PG_AVAILABILITY',
      severity: 'HEALTH_WARN',
      message: `Reduced data availability: ${[
        [inactive.length, 'inactive'] as const,
        [down.length, 'down'] as const,
        [stale.length, 'stale'] as const,
      ]
        .filter(([number]) => number > 0)
        .map(([number, word]) => `${count(number)} ${word}`)
        .join(', ')}`,
      count: unavailable.length,
      details: list(
        unavailable.map(group => {
          if (group.state === 'down') {
            return `pg ${group.id} is down, acting ${acting(group)}`;
          }
          const stuck = group.state.startsWith('stale') ? 'stale' : 'inactive';
          return `pg ${group.id} is stuck ${stuck} for 3m, current state ${group.state}, last acting ${acting(group)}`;
        }),
      ),
    });
  }
  const degraded = having('degraded');
  const undersized = having('undersized');
  if (degraded.length > 0) {
    const share = ((100 * objects.degraded) / objects.copies).toFixed(3);
    checks.push({
      code: 'PG_DEGRADED',
      severity: 'HEALTH_WARN',
      message: `Degraded data redundancy: ${objects.degraded}/${objects.copies} objects degraded (${share}%), ${count(degraded.length)} degraded`,
      count: degraded.length,
      details: list(
        degraded.map(
          group => `pg ${group.id} is ${group.state}, acting ${acting(group)}`,
        ),
      ),
    });
  } else if (undersized.length > 0) {
    checks.push({
      code: 'PG_DEGRADED',
      severity: 'HEALTH_WARN',
      message: `Degraded data redundancy: ${count(undersized.length)} undersized`,
      count: undersized.length,
      details: list(
        undersized.map(
          group =>
            `pg ${group.id} is stuck undersized for 3m, current state ${group.state}, last acting ${acting(group)}`,
        ),
      ),
    });
  }
  return checks;
}

function count(number: number): string {
  return `${number} pg${number === 1 ? '' : 's'}`;
}

function list(messages: string[]): string[] {
  return messages.length <= named
    ? messages
    : [
        ...messages.slice(0, named),
        `${messages.length - named} more pgs are also unhealthy`,
      ];
}
