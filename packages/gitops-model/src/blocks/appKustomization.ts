import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

const kustomizationSchema = z.object({
  resources: z.array(z.string()).default([]),
});

/** One file of the app, as a line of the kustomization in its directory. */
export const appKustomization: Block<'app-kustomization', string> = {
  write({ tree, names }, options, resource) {
    const file = expandNames(options.file, names);
    const outcome = tree.has(file)
      ? tree.editYaml(file, {
          kind: 'insert-item',
          path: ['resources'],
          value: resource,
          sorted: true,
        })
      : tree.createYaml(file, {
          apiVersion: 'kustomize.config.k8s.io/v1beta1',
          kind: 'Kustomization',
          namespace: names.namespace,
          resources: [resource],
        });
    return fileFinding(file, outcome);
  },

  find({ tree, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap(
        document =>
          kustomizationSchema.safeParse(document).data?.resources ?? [],
      );
  },

  claims: () => [],
};
