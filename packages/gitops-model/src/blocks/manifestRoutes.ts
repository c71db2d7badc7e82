import { z } from 'zod';
import { directoryOf } from '../edit/directoryOf';
import { exposureOf } from '../profile/exposureOf';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import { isNamedFor, sharesDirectory } from '../profile/routeFiles';
import type { BlockContext } from './Block';
import { withoutVariable } from './clusterSettings';
import { isAloneInNamespace } from './isAloneInNamespace';
import { routeMatches } from './routeMatches';
import type { DocumentPlace } from './workload';

export type RouteValue = {
  host: string;
  path: string;
  backend: string;
  port: number;
  /** Where the profile exposes the host's domain in several ways. */
  exposure?: string;
};

/** A route of an app as a manifest of its own. */
export interface ManifestRoute extends DocumentPlace {
  document: unknown;
  hosts: string[];
  exposure?: string;
  values: RouteValue[];
}

const routeSchema = z.object({
  kind: z.literal('HTTPRoute'),
  metadata: z.object({ namespace: z.string().optional() }).prefault({}),
  spec: z.object({
    hostnames: z.array(z.string()).default([]),
    parentRefs: z
      .array(z.object({ name: z.string(), namespace: z.string().optional() }))
      .default([]),
    rules: z
      .array(
        z.object({
          matches: routeMatches,
          backendRefs: z
            .array(
              z.object({
                name: z.string(),
                namespace: z.string().optional(),
                port: z.number(),
              }),
            )
            .default([]),
        }),
      )
      .default([]),
  }),
});

/** The app's routes in the directory that the profile has for them. */
export function manifestRoutes(
  context: BlockContext,
  options: BlockOptions<'http-route'>,
): ManifestRoute[] {
  const { tree, profile, names } = context;
  const directory = directoryOf(expandNames(options.file, names));
  return tree.list(directory).flatMap(file =>
    tree.readYaml(file).flatMap((document, index): ManifestRoute[] => {
      const { data } = routeSchema.safeParse(document);
      if (!data) return [];
      const { parentRefs, rules } = data.spec;
      const hosts = data.spec.hostnames.map(host =>
        withoutVariable(context, host),
      );
      const backends = rules.flatMap(({ backendRefs }) =>
        backendRefs.map(({ name, namespace = data.metadata.namespace }) => ({
          name,
          namespace,
        })),
      );
      const isOwn =
        !sharesDirectory(options) ||
        leadsToApp(context, backends, isNamedFor(names, options, file, hosts));
      if (!isOwn) return [];
      const exposure = exposureOf(profile, hosts[0] ?? '', parentRefs);
      const values = hosts.flatMap(host =>
        rules.flatMap(({ matches, backendRefs }) =>
          matches.flatMap(({ path }) =>
            backendRefs.map(({ name, port }) => ({
              host,
              path: path.value,
              backend: name,
              port,
              exposure,
            })),
          ),
        ),
      );
      return [{ file, index, document, hosts, exposure, values }];
    }),
  );
}

/** By the namespace of its backends; where apps share that, by name too. */
function leadsToApp(
  context: BlockContext,
  backends: readonly { name: string; namespace?: string }[],
  named: boolean,
): boolean {
  const { names } = context;
  return (
    backends.length > 0 &&
    backends.every(({ name, namespace }) =>
      namespace === undefined
        ? named
        : namespace === names.namespace &&
          (isAloneInNamespace(context) || named || name === names.app),
    )
  );
}
