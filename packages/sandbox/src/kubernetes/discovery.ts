import { Router } from 'express';
import { resourceTypes, toApiVersion } from './resourceTypes';

const metricsApi = 'metrics.k8s.io/v1beta1';
const readVerbs = ['get', 'list', 'watch'];

/** What kinds the API server serves, as `kubectl` asks before anything else. */
export function createDiscoveryRouter(gitVersion: string): Router {
  const [major, minor] = gitVersion.slice(1).split('.');
  const router = Router();
  router.get('/version', (_request, response) => {
    response.json({
      major,
      minor,
      gitVersion,
      gitCommit: '0000000000000000000000000000000000000000',
      gitTreeState: 'clean',
      buildDate: '2026-03-18T00:00:00Z',
      goVersion: 'go1.25.7',
      compiler: 'gc',
      platform: 'linux/amd64',
    });
  });
  router.get('/api', (_request, response) => {
    response.json({ kind: 'APIVersions', versions: ['v1'] });
  });
  router.get('/apis', (_request, response) => {
    response.json({
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: listGroups().map(groupVersion => {
        const [name, version] = groupVersion.split('/');
        const entry = { groupVersion, version };
        return { name, versions: [entry], preferredVersion: entry };
      }),
    });
  });
  router.get('/api/v1', (_request, response) => {
    response.json(toResourceList('v1'));
  });
  for (const groupVersion of listGroups()) {
    router.get(`/apis/${groupVersion}`, (_request, response) => {
      response.json(toResourceList(groupVersion));
    });
  }
  return router;
}

function listGroups(): string[] {
  return [
    ...new Set(
      resourceTypes.filter(type => type.group !== '').map(toApiVersion),
    ),
    metricsApi,
  ];
}

function toResourceList(groupVersion: string) {
  const resources = resourceTypes
    .filter(type => toApiVersion(type) === groupVersion)
    .map(type => ({
      name: type.plural,
      singularName: type.singular,
      namespaced: type.namespaced,
      kind: type.kind,
      verbs: readVerbs,
      shortNames: type.shortNames,
    }));
  const extra =
    groupVersion === metricsApi
      ? [toExtra('pods', 'PodMetrics', ['get', 'list'])]
      : [];
  const logs =
    groupVersion === 'v1' ? [toExtra('pods/log', 'Pod', ['get'])] : [];
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: [...resources, ...extra, ...logs],
  };
}

function toExtra(name: string, kind: string, verbs: string[]) {
  return { name, singularName: '', namespaced: true, kind, verbs };
}
