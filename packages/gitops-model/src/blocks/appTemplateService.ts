import { z } from 'zod';
import { readValues, type ValuesPlace } from './appTemplateValues';
import type { BlockContext } from './Block';

const servicesSchema = z.record(
  z.string(),
  z.object({
    ports: z.record(z.string(), z.object({ port: z.number() })).default({}),
  }),
);

/** One port of a Service that the app-template chart makes. */
export interface AppTemplateService {
  /** What routes of the same values call it by. */
  key: string;
  name: string;
  port: number;
}

/** Ports of the app's Services. The chart calls a single one as the release, several by their keys too. */
export function servicesOf(
  context: Pick<BlockContext, 'tree' | 'names' | 'app'>,
  place: ValuesPlace,
): AppTemplateService[] {
  const { data = {} } = servicesSchema.safeParse(
    readValues(context, place).service,
  );
  const services = Object.entries(data);
  return services.flatMap(([key, { ports }]) =>
    Object.values(ports).map(({ port }) => ({
      key,
      name: services.length === 1 ? context.app : `${context.app}-${key}`,
      port,
    })),
  );
}
