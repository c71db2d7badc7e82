import { z } from 'zod';
import type { YamlPath } from '../edit/yaml/YamlValue';
import { isRecord } from '../read/isRecord';
import type { DocumentPlace } from './workload';

/** A host of a route, as it is written in a manifest or in a chart's values. */
export interface RouteHost extends DocumentPlace {
  host: string;
  path: YamlPath;
  parents: { name: string; namespace?: string; sectionName?: string }[];
}

const routeSchema = z.object({
  hostnames: z.array(z.string()),
  parentRefs: z.array(
    z.object({
      name: z.string(),
      namespace: z.string().optional(),
      sectionName: z.string().optional(),
    }),
  ),
});

const maxDepth = 20;

/** Hosts of all routes of a document: mappings that hold both hostnames and parentRefs. */
export function routeHosts(
  document: unknown,
  place: DocumentPlace,
): RouteHost[] {
  return mappingsIn(document, []).flatMap(({ mapping, path }) => {
    const { data } = routeSchema.safeParse(mapping);
    return (data?.hostnames ?? []).map((host, at) => ({
      ...place,
      host,
      path: [...path, 'hostnames', at],
      parents: data?.parentRefs ?? [],
    }));
  });
}

function mappingsIn(
  value: unknown,
  path: YamlPath,
): { mapping: Record<string, unknown>; path: YamlPath }[] {
  if (path.length > maxDepth) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => mappingsIn(item, [...path, at]));
  }
  if (!isRecord(value)) return [];
  return [
    { mapping: value, path },
    ...Object.entries(value).flatMap(([key, item]) =>
      mappingsIn(item, [...path, key]),
    ),
  ];
}
