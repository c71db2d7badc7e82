import type { NamespaceUse } from '../collect/UnitFacts';
import type { Finding } from '../../finding/Finding';
import type { Manifest } from '../manifests/Manifest';
import type { Namespace } from '../RepositoryModel';
import { isLiteral } from './isLiteral';

/** Every cluster has these, or its GitOps engine brought them. */
const builtIn = /^(default|kube-.+|argocd|flux-system)$/;

/** Namespaces that something is deployed into and nothing creates; each once per cluster. */
export function inspectNamespaces(
  uses: readonly NamespaceUse[],
  namespaces: readonly Namespace[],
  unwired: readonly Manifest[],
): Finding[] {
  const existing = new Set(
    namespaces.map(({ cluster, name }) => `${cluster}/${name}`),
  );
  for (const { cluster, created } of uses) {
    created.forEach(name => existing.add(`${cluster}/${name}`));
  }
  return uses.flatMap(({ cluster, app, unit, source, used }) =>
    used.flatMap((name): Finding[] => {
      const key = `${cluster}/${name}`;
      if (existing.has(key) || builtIn.test(name) || !isLiteral(name)) {
        return [];
      }
      existing.add(key);
      const forgotten = unwired.find(
        object => object.kind === 'Namespace' && object.name === name,
      );
      const place = forgotten
        ? `; ${forgotten.source.file} does, but no root includes that file`
        : '';
      return [
        {
          code: 'namespace-missing',
          severity: 'warning',
          message: `${unit} deploys into the namespace ${name}, which nothing that is wired creates on ${cluster}${place}.`,
          fix: 'Add the Namespace to the unit, or let the engine create it.',
          cluster,
          app,
          ...source,
        },
      ];
    }),
  );
}
