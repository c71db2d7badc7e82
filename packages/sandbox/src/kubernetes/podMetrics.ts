import { Router } from 'express';
import type { Clock } from '../world/clock';
import { sendFailure, toBadRequest, toNotFound } from './failures';
import type { KubernetesObject } from './KubernetesObject';
import type { ObjectStore } from './ObjectStore';
import { readListQuery } from './readListQuery';
import { requireResourceType } from './resourceTypes';
import { isRunning, readContainers } from './workloads/pods';
import { toHash } from './workloads/workload';

const podType = requireResourceType('v1', 'Pod');

/** Stands for metrics-server: what running pods use, steady per pod. */
export function createPodMetricsRouter(options: {
  store: ObjectStore;
  clock: Clock;
}): Router {
  const router = Router();
  const { store, clock } = options;
  router.get(['/pods', '/namespaces/:namespace/pods'], (request, response) => {
    const read = readListQuery(request.query, podType);
    if (!read.ok) {
      sendFailure(response, toBadRequest(read.message));
      return;
    }
    response.json({
      kind: 'PodMetricsList',
      apiVersion: 'metrics.k8s.io/v1beta1',
      metadata: {},
      items: store
        .list(podType, request.params.namespace)
        .filter(pod => isRunning(pod) && read.query.matches(pod))
        .map(pod => toPodMetrics(pod, clock)),
    });
  });
  router.get('/namespaces/:namespace/pods/:name', (request, response) => {
    const { namespace, name } = request.params;
    const pod = store.get(podType, namespace, name);
    if (pod && isRunning(pod)) {
      response.json(toPodMetrics(pod, clock));
    } else {
      sendFailure(response, toNotFound('pods', 'metrics.k8s.io', name));
    }
  });
  return router;
}

function toPodMetrics(pod: KubernetesObject, clock: Clock) {
  const { name, namespace, labels, creationTimestamp } = pod.metadata;
  return {
    kind: 'PodMetrics',
    apiVersion: 'metrics.k8s.io/v1beta1',
    metadata: { name, namespace, labels, creationTimestamp },
    timestamp: clock.now().toISOString(),
    window: '15s',
    containers: readContainers(pod).map(container => {
      const seed = parseInt(toHash([name, container.name]).slice(0, 5), 36);
      return {
        name: container.name,
        usage: {
          cpu: `${(2 + (seed % 40)) * 1_000_000}n`,
          memory: `${(24 + (seed % 200)) * 1024}Ki`,
        },
      };
    }),
  };
}
