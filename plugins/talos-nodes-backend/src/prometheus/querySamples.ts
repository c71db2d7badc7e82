import { getJson, type JsonAnswer } from '@internal/upstream';
import { z } from 'zod';
import type { NodeCluster } from '../config';

/** Energy is counted in joules; its rate is power. */
const QUERY = [
  '{__name__=~"node_hwmon_temp_celsius|node_thermal_zone_temp|smartctl_device_smart_status|node_dmi_info"}',
  'label_replace(rate(node_rapl_package_joules_total[5m]), "__name__", "node_rapl_package_watts", "", "")',
].join(' or ');

const answerSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('vector'),
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: z.tuple([z.number(), z.string()]),
      }),
    ),
  }),
});

/** One time series' last value. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** Asks Prometheus for what exporters know of a cluster's machines. */
export async function querySamples(
  { url, token }: NonNullable<NodeCluster['prometheus']>,
  deadlineMilliseconds: number,
  signal: AbortSignal,
): Promise<JsonAnswer<Sample[]>> {
  const answer = await getJson({
    url: `${url}/api/v1/query?${new URLSearchParams({ query: QUERY })}`,
    token,
    schema: answerSchema,
    deadlineMilliseconds,
    signal,
  });
  if (!answer.ok) return answer;
  return {
    ok: true,
    value: answer.value.data.result.map(({ metric, value }) => ({
      name: metric.__name__ ?? '',
      labels: metric,
      value: Number(value[1]),
    })),
  };
}
