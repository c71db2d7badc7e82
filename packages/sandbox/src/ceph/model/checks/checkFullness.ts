import type { NewCheck, Observation } from '../judgeHealth';

/** OSDs that have little space left, and the pools that suffer from it. */
export function checkFullness({ osds, pools }: Observation): NewCheck[] {
  const list = (
    fullness: 'full' | 'backfillfull' | 'nearfull',
    words: string,
  ): NewCheck[] => {
    const found = osds.filter(osd => osd.in && osd.fullness === fullness);
    return found.length === 0
      ? []
      : [
          {
            code: `OSD_${fullness.toUpperCase()}`,
            severity: fullness === 'full' ? 'HEALTH_ERR' : 'HEALTH_WARN',
            message: `${found.length} ${fullness} osd(s)`,
            count: found.length,
            details: found.map(({ id }) => `osd.${id} is ${words}`),
          },
        ];
  };
  const [fullness] = pools.flatMap(pool => pool.fullness ?? []);
  return [
    ...list('full', 'full'),
    ...list('backfillfull', 'backfill full'),
    ...list('nearfull', 'near full'),
    ...(fullness === undefined
      ? []
      : [
          {
            code: `POOL_${fullness.toUpperCase()}`,
            severity: 'HEALTH_WARN' as const,
            message: `${pools.length} pool(s) ${fullness}`,
            count: pools.length,
            details: pools.map(
              ({ definition: { name } }) =>
                `pool '${name}' is ${fullness}${fullness === 'full' ? ' (no space)' : ''}`,
            ),
          },
        ]),
  ];
}
