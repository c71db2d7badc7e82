import { isClusterScoped } from '../manifests/isClusterScoped';
import type { Manifest } from '../manifests/Manifest';
import { isRecord } from '../isRecord';
import type { RenderedUnit } from '../RenderedUnit';
import type { Inspection } from './Inspection';
import { isLiteral } from './isLiteral';

/** Every cluster has these, or its GitOps engine brought them. */
const builtIn = /^(default|kube-.+|argocd|flux-system)$/;

/** Namespaces that something is deployed into and nothing creates; each once per cluster. */
export const inspectNamespaces: Inspection = ({ wired, unwired, model }) => {
  const existing = new Set(
    [
      ...model.namespaces.map(({ cluster, name }) => [cluster, name]),
      ...wired.flatMap(rendered =>
        createdBy(rendered).map(name => [rendered.unit.cluster, name]),
      ),
    ].map(key => key.join('/')),
  );
  return wired.flatMap(rendered => {
    const { unit } = rendered;
    return usedBy(rendered).flatMap(name => {
      const key = `${unit.cluster}/${name}`;
      if (builtIn.test(name) || !isLiteral(name) || existing.has(key)) {
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
          code: 'namespace-missing' as const,
          severity: 'warning' as const,
          message: `${unit.name} deploys into the namespace ${name}, which nothing that is wired creates on ${unit.cluster}${place}.`,
          fix: 'Add the Namespace to the unit, or let the engine create it.',
          cluster: unit.cluster,
          app: unit.app,
          ...unit.source,
        },
      ];
    });
  });
};

function usedBy({ unit, manifests }: RenderedUnit): string[] {
  const used = manifests.map(
    ({ group, kind, namespace }) =>
      namespace ??
      // Whether a foreign kind lies in a namespace at all is not known here.
      (/^$|^[a-z]+$|\.k8s\.io$/.test(group) && !isClusterScoped(kind)
        ? unit.namespace
        : undefined),
  );
  const releases = unit.charts.map(
    ({ namespace }) => namespace ?? unit.namespace,
  );
  return [...new Set([...used, ...releases])].filter(
    name => name !== undefined,
  );
}

/** What engines create besides Namespace objects. */
function createdBy({ unit, manifests, createsNamespace }: RenderedUnit) {
  return [
    ...(createsNamespace && unit.namespace ? [unit.namespace] : []),
    ...manifests.flatMap(createdByRelease),
  ];
}

function createdByRelease({ kind, namespace, value }: Manifest): string[] {
  const { spec } = value;
  if (kind !== 'HelmRelease' || !isRecord(spec)) return [];
  const { install, targetNamespace } = spec;
  const target =
    typeof targetNamespace === 'string' ? targetNamespace : namespace;
  return isRecord(install) && install.createNamespace === true && target
    ? [target]
    : [];
}
