import { z } from 'zod';
import type { YamlEdit } from '../edit/yaml/YamlEdit';
import { expandNames } from '../profile/expandNames';
import { isRecord } from '../read/isRecord';
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
      ? tree.editYaml(file, insertion(tree.readYaml(file)[0], resource))
      : tree.createYaml(file, {
          apiVersion: 'kustomize.config.k8s.io/v1beta1',
          kind: 'Kustomization',
          ...(options.setsNamespace ? { namespace: names.namespace } : {}),
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

/** The first resource of a list stands where people look for it: behind the namespace. */
function insertion(document: unknown, resource: string): YamlEdit {
  const isListed =
    isRecord(document) &&
    (Object.hasOwn(document, 'resources') ||
      !Object.hasOwn(document, 'namespace'));
  return isListed
    ? {
        kind: 'insert-item',
        path: ['resources'],
        value: resource,
        sorted: true,
      }
    : {
        kind: 'insert-entry',
        path: [],
        key: 'resources',
        value: [resource],
        after: 'namespace',
      };
}
