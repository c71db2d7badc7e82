import { isRecord } from '../isRecord';
import { changeFields, type FieldSpec } from './FieldSpec';
import type { Resource } from './Resource';
import { isClusterScopedType } from './ResourceId';
import { changeAt, withEntry } from './tree';

/** Fields beside the object's own namespace. A Namespace is renamed. */
const fields: FieldSpec[] = [
  { path: 'metadata/name', version: 'v1', kind: 'Namespace', create: true },
  {
    path: 'spec/service/namespace',
    group: 'apiregistration.k8s.io',
    kind: 'APIService',
    create: true,
  },
  {
    path: 'spec/conversion/webhook/clientConfig/service/namespace',
    group: 'apiextensions.k8s.io',
    kind: 'CustomResourceDefinition',
  },
];

/** Puts an object into a namespace, as far as kustomize knows its kind to lie in one. */
export function setNamespace(resource: Resource, namespace: string): void {
  resource.remember();
  const { id } = resource;
  if (!isClusterScopedType(id)) {
    resource.change(
      changeAt(
        resource.value,
        ['metadata', 'namespace'],
        () => namespace,
        true,
      ),
    );
  }
  if (id.kind === 'RoleBinding' || id.kind === 'ClusterRoleBinding') {
    resource.change(
      changeAt(resource.value, ['subjects'], subjects =>
        Array.isArray(subjects)
          ? subjects.map(subject =>
              isRecord(subject) && subject.name === 'default'
                ? withEntry(subject, 'namespace', namespace)
                : subject,
            )
          : subjects,
      ),
    );
  }
  changeFields(resource, fields, () => namespace);
}
