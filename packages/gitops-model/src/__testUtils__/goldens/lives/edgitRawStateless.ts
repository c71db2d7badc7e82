import { createApp } from '../../readFixture';
import type { AppLife } from '../AppLife';
import { edgitPlatform } from '../platforms';

const app = 'notes';

/** An app of pattern D that the portal wrote, of any number of pods. */
export const edgitRawStateless: AppLife = {
  platform: edgitPlatform,
  layout: 'raw',
  name: 'raw-stateless',
  steps: [
    {
      operation: { ...createApp, replicas: 2, env: [], storage: [] },
      rendered: {
        'k8s/apps': ['added: Application argocd/notes'],
        'k8s/notes': [
          'added: Deployment notes/notes',
          'added: Namespace notes',
          'added: Service notes/notes',
        ],
      },
    },
    {
      operation: { type: 'set-replicas', app, replicas: 3 },
      rendered: {
        'k8s/notes': ['changed: Deployment notes/notes spec.replicas'],
      },
    },
    {
      operation: {
        type: 'set-autoscaling',
        app,
        min: 2,
        max: 6,
        cpuPercent: 70,
      },
      rendered: {
        'k8s/notes': [
          'changed: Deployment notes/notes spec.replicas',
          'added: HorizontalPodAutoscaler notes/notes',
        ],
      },
    },
    {
      name: 'set-autoscaling-bounds',
      operation: {
        type: 'set-autoscaling',
        app,
        min: 2,
        max: 8,
        cpuPercent: 70,
      },
      rendered: {
        'k8s/notes': [
          'changed: HorizontalPodAutoscaler notes/notes spec.maxReplicas',
        ],
      },
    },
    {
      operation: { type: 'retire-app', app, confirmation: app },
      rendered: {
        'k8s/apps': ['removed: Application argocd/notes'],
        'k8s/notes': [
          'removed: Deployment notes/notes',
          'removed: HorizontalPodAutoscaler notes/notes',
          'removed: Namespace notes',
          'removed: Service notes/notes',
        ],
      },
    },
  ],
  refused: [
    { type: 'set-replicas', app, replicas: 2 },
    {
      type: 'add-volume',
      app,
      name: 'data',
      mountPath: '/data',
      size: '1Gi',
      purpose: 'replicated',
    },
  ],
};
