import { isRecord } from '../isRecord';
import { isClusterScoped } from '../manifests/isClusterScoped';
import type { Manifest } from '../manifests/Manifest';
import type { RenderedUnit } from '../RenderedUnit';
import type { NamespaceUse } from './UnitFacts';

/** The namespaces a unit deploys into, and those it makes without a Namespace. */
export function collectNamespaceUse(rendered: RenderedUnit): NamespaceUse {
  const { name, cluster, app, source } = rendered.unit;
  return {
    cluster,
    app,
    unit: name,
    source,
    used: usedBy(rendered),
    created: createdBy(rendered),
  };
}

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
function createdBy({
  unit,
  manifests,
  createsNamespace,
}: RenderedUnit): string[] {
  const created = [
    ...(createsNamespace && unit.namespace ? [unit.namespace] : []),
    ...manifests.flatMap(createdByRelease),
  ];
  return [...new Set(created)];
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
