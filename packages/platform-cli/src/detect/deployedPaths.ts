import { z } from 'zod';
import type { EngineObject } from './EngineObject';

const source = z.object({
  path: z.string().nullish(),
  repoURL: z.string().nullish(),
});
const applicationSpec = z.object({
  source: source.nullish(),
  sources: z.array(source).nullish(),
});
const applicationSetSpec = z.object({
  template: z.object({ spec: applicationSpec }),
});

/** Sources of an Application, or of those an ApplicationSet makes. */
export function sourcesOf({ kind, spec }: EngineObject): {
  path?: string;
  repoUrl?: string;
}[] {
  const own =
    kind === 'ApplicationSet'
      ? applicationSetSpec.safeParse(spec).data?.template.spec
      : applicationSpec.safeParse(spec).data;
  return [...(own?.sources ?? []), ...(own?.source ? [own.source] : [])].map(
    ({ path, repoURL }) => ({
      path: path ?? undefined,
      repoUrl: repoURL ?? undefined,
    }),
  );
}

/**
 * Globs of the directories that an Application or ApplicationSet deploys; `*`
 * stands for what a generator would put in.
 */
export function deployedPaths(object: EngineObject): string[] {
  const templated = sourcesOf(object).flatMap(({ path }) =>
    path === undefined ? [] : [path.replace(/\{\{[^{}]*\}\}/g, '*')],
  );
  if (object.kind !== 'ApplicationSet') return templated;
  // `{{path}}` alone says nothing; the generator's own paths do.
  return [
    ...templated.filter(path => !/^[*/]*$/.test(path)),
    ...generatorPaths(object.spec),
  ];
}

/** Values of `directories[].path` at any depth, since generators nest. */
function generatorPaths(spec: unknown): string[] {
  const directories = z
    .array(z.object({ path: z.string(), exclude: z.boolean().nullish() }))
    .catch([]);
  const walk = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(walk);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, child]) =>
      key === 'directories'
        ? directories
            .parse(child)
            .flatMap(({ path, exclude }) => (exclude ? [] : [path]))
        : walk(child),
    );
  };
  return walk(spec);
}
