import { z } from 'zod';
import { mainKey, readValues, type ValuesPlace } from './appTemplateValues';
import type { BlockContext } from './Block';

const valuesSchema = z.object({
  controllers: z.record(
    z.string(),
    z.object({
      containers: z.record(
        z.string(),
        z.object({
          env: z.record(z.string(), z.unknown()).optional(),
          envFrom: z
            .array(
              z.object({
                secretRef: z.object({ name: z.string() }).optional(),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});

/** The container of the app-template chart that is the app: of the usual names, else the first. */
export function containerIn(context: BlockContext, place: ValuesPlace) {
  const { data } = valuesSchema.safeParse(readValues(context, place));
  const [controller] = preferred(data?.controllers ?? {}, context.app);
  if (!controller) return undefined;
  const [container] = preferred(controller.value.containers, mainKey);
  if (!container) return undefined;
  return {
    ...container.value,
    path: ['controllers', controller.key, 'containers', container.key],
  };
}

/** Entries of a record, the one of this key first. */
function preferred<T>(
  record: Readonly<Record<string, T>>,
  wanted: string,
): { key: string; value: T }[] {
  const entries = Object.entries(record).map(([key, value]) => ({
    key,
    value,
  }));
  return [
    ...entries.filter(({ key }) => key === wanted),
    ...entries.filter(({ key }) => key !== wanted),
  ];
}
