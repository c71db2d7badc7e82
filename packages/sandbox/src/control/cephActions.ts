import { z } from 'zod';
import { cephScenarios, osdChanges } from '../ceph/scenarios/CephScenario';
import type { StartedCeph } from '../ceph/startCeph';
import type { Action } from './addActions';

const scenarioSchema = z.object({
  cluster: z.string(),
  scenario: z.enum(cephScenarios),
});
const osdSchema = z.object({
  cluster: z.string(),
  osd: z.coerce.number().int().min(0),
  change: z.enum(osdChanges),
});
/** As the form has it: `<cluster>/<osd>` in one field. */
const osdFormSchema = z.preprocess(value => {
  const parsed = z.looseObject({ osd: z.string() }).safeParse(value);
  const [cluster, osd] = parsed.data?.osd.split('/') ?? [];
  return osd === undefined ? value : { ...parsed.data, cluster, osd };
}, osdSchema);

/**
 * Lets things happen to the Ceph clusters: `POST /ceph` ({cluster, scenario}),
 * where `healthy` is the way back, and `POST /ceph/osds` ({cluster, osd, change}).
 */
export function toCephActions(
  started: Record<string, StartedCeph>,
): Record<string, Action> {
  const find = (cluster: string): StartedCeph => {
    const found = started[cluster];
    if (!found) {
      throw new Error(
        `No Ceph runs in ${cluster}; it does in ${Object.keys(started).join(' and ') || 'no cluster'}.`,
      );
    }
    return found;
  };
  return {
    '/ceph': body => {
      const { cluster, scenario } = scenarioSchema.parse(body);
      find(cluster).scenarios.set(scenario);
    },
    '/ceph/osds': body => {
      const { cluster, osd, change } = osdFormSchema.parse(body);
      find(cluster).scenarios.changeOsd(osd, change);
    },
  };
}
