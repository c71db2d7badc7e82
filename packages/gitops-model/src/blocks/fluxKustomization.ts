import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import { type AppFacts, factsOf, toAnnotations } from './appFacts';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

const kustomizationSchema = z.object({
  apiVersion: z.string().startsWith('kustomize.toolkit.fluxcd.io/'),
  kind: z.literal('Kustomization'),
  metadata: z.object({
    name: z.string(),
    annotations: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.object({ path: z.string() }),
});

/** A Kustomization of Flux that deploys the app's directory. */
export const fluxKustomization: Block<'flux-kustomization', AppFacts> = {
  write({ tree, app, names }, options, facts) {
    const file = expandNames(options.file, names);
    const labels = Object.entries(options.labels).map(
      ([key, value]) => [key, expandNames(value, names)] as const,
    );
    const outcome = tree.createYaml(file, {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: {
        name: app,
        namespace: options.namespace,
        labels: Object.fromEntries(labels),
        annotations: toAnnotations(facts),
      },
      spec: {
        interval: options.interval,
        retryInterval: '1m',
        timeout: options.timeout,
        prune: true,
        wait: true,
        path: `./${expandNames(options.path, names)}`,
        sourceRef: {
          kind: 'GitRepository',
          name: options.source,
          namespace: options.namespace,
        },
        ...(options.dependsOn.length > 0
          ? { dependsOn: options.dependsOn.map(name => ({ name })) }
          : {}),
        targetNamespace: names.namespace,
        ...(options.variables === undefined
          ? {}
          : {
              postBuild: {
                substituteFrom: [
                  { kind: 'ConfigMap', name: options.variables },
                ],
              },
            }),
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, app, names }, options) {
    const path = expandNames(options.path, names);
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): AppFacts[] => {
        const { data } = kustomizationSchema.safeParse(document);
        if (data?.metadata.name !== app) return [];
        if (data.spec.path.replace(/^\.\//, '') !== path) return [];
        const facts = factsOf(data.metadata.annotations);
        return facts ? [facts] : [];
      });
  },

  claims: (_facts, { app }) => [{ kind: 'app', app }],
};
