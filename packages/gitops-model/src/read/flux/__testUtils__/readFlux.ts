import { parseProfile } from '../../../profile/parseProfile';
import { createSnapshot } from '../../../snapshot/createSnapshot';
import { readRepository } from '../../readRepository';
import type { RepositoryModel } from '../../RepositoryModel';

const own = 'https://forge.example/platform/gitops.git';

interface Reading {
  profile?: object;
}

export function read(
  files: Record<string, string>,
  { profile }: Reading = {},
): RepositoryModel {
  return readRepository(
    createSnapshot({ commit: 'a'.repeat(40), files }),
    parseProfile(
      {
        engine: 'flux',
        roots: [{ cluster: 'alpha', path: 'clusters/alpha' }],
        owners: { default: 'group:default/platform' },
        ...profile,
      },
      own,
    ),
  );
}

/** JSON is YAML; one document per object. */
export function yaml(...objects: object[]): string {
  return objects.map(object => JSON.stringify(object, null, 2)).join('\n---\n');
}

export function kustomization(
  name: string,
  spec: object,
  metadata: object = {},
) {
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name, namespace: 'flux-system', ...metadata },
    spec: {
      interval: '10m',
      prune: true,
      sourceRef: { kind: 'GitRepository', name: 'flux-system' },
      ...spec,
    },
  };
}

export function configMap(
  name: string,
  data: Record<string, string>,
  metadata: object = {},
) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'flux-system', ...metadata },
    data,
  };
}

export function route(name: string, host: string) {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name, namespace: 'wiki' },
    spec: {
      hostnames: [host],
      parentRefs: [{ name: 'main', namespace: 'gateway' }],
    },
  };
}

export function deployment(image: unknown, replicas: unknown = 1) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'wiki', namespace: 'wiki' },
    spec: {
      replicas,
      template: { spec: { containers: [{ name: 'wiki', image }] } },
    },
  };
}

const self = kustomization('flux-system', { path: './clusters/alpha' });

/** A cluster that deploys `apps/wiki`, by this Kustomization. */
export function wiki(spec: object, files: Record<string, string>) {
  return {
    'clusters/alpha/flux-system/gotk-sync.yaml': yaml(self),
    'clusters/alpha/wiki.yaml': yaml(
      kustomization('wiki', { path: './apps/wiki', ...spec }),
    ),
    ...files,
  };
}

export function unitOf({ units }: RepositoryModel, name: string) {
  const found = units.filter(unit => unit.name === name);
  expect(found).toHaveLength(1);
  return found[0];
}

export function codes({ findings }: RepositoryModel): string[] {
  return findings.map(
    ({ severity, code, file, line }) => `${severity} ${code} ${file}:${line}`,
  );
}

export const hosts = ({ routes }: RepositoryModel) =>
  routes.flatMap(({ hostnames }) => hostnames);
