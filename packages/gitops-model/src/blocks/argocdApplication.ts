import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import { type AppFacts, factsOf, toAnnotations } from './appFacts';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';
import { syncPolicyOf } from './syncPolicyOf';

const applicationSchema = z.object({
  kind: z.literal('Application'),
  metadata: z.object({
    name: z.string(),
    annotations: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.object({ source: z.object({ path: z.string() }) }),
});

/** An Argo CD Application that deploys the app's directory. */
export const argocdApplication: Block<'argocd-application', AppFacts> = {
  write({ tree, profile, app, names }, options, facts) {
    const file = expandNames(options.file, names);
    const outcome = tree.createYaml(file, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: app,
        namespace: options.namespace,
        annotations: toAnnotations(facts),
        finalizers: ['resources-finalizer.argocd.argoproj.io'],
      },
      spec: {
        project: options.project,
        source: {
          repoURL: profile.repositoryUrls[0],
          targetRevision: options.targetRevision,
          path: names.directory,
        },
        destination: { server: options.server, namespace: names.namespace },
        syncPolicy: syncPolicyOf(options),
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, app, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): AppFacts[] => {
        const { data } = applicationSchema.safeParse(document);
        if (data?.metadata.name !== app) return [];
        if (data.spec.source.path !== names.directory) return [];
        const facts = factsOf(data.metadata.annotations);
        return facts ? [facts] : [];
      });
  },

  claims: (_facts, { app }) => [{ kind: 'app', app }],
};
