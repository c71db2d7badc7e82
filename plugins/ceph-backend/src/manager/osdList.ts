import { z } from 'zod';

/** `GET /api/osd`, for the use and latency of each OSD, which `health/full` does not hold. */
export const osdListSchema = z.array(
  z.looseObject({
    osd: z.number(),
    osd_stats: z
      .looseObject({
        kb: z.number(),
        kb_used: z.number(),
        perf_stat: z.looseObject({ commit_latency_ms: z.number() }).optional(),
      })
      .nullish(),
  }),
);
export type OsdList = z.output<typeof osdListSchema>;
