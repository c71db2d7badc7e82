import type { Manifest } from '../../kubernetes/KubernetesObject';

/**
 * Stands for a rendered chart, since no chart is downloaded: one Deployment
 * with an image named after the chart.
 */
export function renderChart(options: {
  application: string;
  chart: string;
  version: string;
}): Manifest[] {
  const { application, chart, version } = options;
  const labels = {
    'app.kubernetes.io/name': application,
    'app.kubernetes.io/managed-by': 'Helm',
    'backstage.io/kubernetes-id': application,
    'helm.sh/chart': `${chart}-${version}`,
  };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: application, labels },
      spec: {
        replicas: 1,
        selector: { matchLabels: { 'app.kubernetes.io/name': application } },
        template: {
          metadata: { labels },
          spec: {
            containers: [
              {
                name: chart,
                image: `harbor.exitthecloud.eu/proxy-dockerhub/${chart}/${chart}:${version}`,
                ports: [{ name: 'http', containerPort: 8080 }],
                resources: {
                  requests: { cpu: '50m', memory: '128Mi' },
                  limits: { memory: '512Mi' },
                },
              },
            ],
          },
        },
      },
    },
  ];
}
