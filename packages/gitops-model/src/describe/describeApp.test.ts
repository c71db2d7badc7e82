import { plan, profile, repository } from '../__testUtils__/readFixture';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { describeApp } from './describeApp';

function describeIn(app: string, snapshot = repository) {
  const model = readRepository(snapshot, profile);
  return describeApp(app, { snapshot, model, profile });
}

describe('describeApp', () => {
  it('says what an app has that somebody wrote by hand, as operations change it', () => {
    const there = applyEdits(
      repository,
      plan([
        {
          type: 'set-resources',
          app: 'journal',
          cpuRequest: '100m',
          memoryLimit: '1Gi',
        },
        {
          type: 'add-secret',
          app: 'journal',
          entries: [{ env: 'DB', key: 'atlas/db' }],
        },
        {
          type: 'add-volume',
          app: 'journal',
          name: 'data',
          mountPath: '/data',
          size: '5Gi',
          purpose: 'replicated',
        },
      ]).edits,
    );
    expect(describeIn('journal', there)).toEqual({
      app: 'journal',
      clusters: ['edgit'],
      layout: 'raw',
      namespace: 'journal',
      owner: 'group:default/atlas',
      system: 'journal',
      workloads: [
        {
          name: 'journal',
          kind: 'Deployment',
          file: 'k8s/journal/deployment.yaml',
          replicas: 1,
          containers: [
            {
              name: 'journal',
              image: 'ghcr.io/example/journal:1.2.0',
              resources: { cpuRequest: '100m', memoryLimit: '1Gi' },
              env: [{ name: 'BRAND', value: 'journal' }, { name: 'DB' }],
            },
          ],
        },
      ],
      routes: [
        { host: 'journal.exitthecloud.eu', paths: ['/'], ports: [3000] },
      ],
      volumes: [
        {
          name: 'journal-data',
          size: '5Gi',
          storageClass: 'longhorn',
          purpose: 'replicated',
        },
      ],
      charts: [],
    });
  });

  it('says the charts of an app, and its autoscaler', () => {
    expect(describeIn('wiki')).toMatchObject({
      layout: 'wrapper-chart',
      workloads: [],
      charts: [
        {
          name: 'wiki',
          version: '3.1.0',
          repository: 'https://charts.example.org',
        },
      ],
    });
    const { edits } = plan([
      { type: 'set-resources', app: 'journal', cpuRequest: '100m' },
      {
        type: 'set-autoscaling',
        app: 'journal',
        min: 1,
        max: 4,
        cpuPercent: 70,
      },
    ]);
    expect(
      describeIn('journal', applyEdits(repository, edits))?.workloads,
    ).toMatchObject([
      {
        replicas: undefined,
        autoscaling: { min: 1, max: 4, cpuPercent: 70 },
      },
    ]);
  });

  it('leaves out what looks like a secret, and apps that are not there', () => {
    const password = ['hunter', '2'].join('');
    const deployment = 'k8s/journal/deployment.yaml';
    const before = repository.readText(deployment) ?? '';
    const there = applyEdits(repository, [
      {
        kind: 'change',
        path: deployment,
        before,
        after: before.replace(
          '- name: BRAND',
          `- name: DB_PASSWORD\n              value: ${password}\n            - name: BRAND`,
        ),
      },
    ]);
    const described = describeIn('journal', there);
    expect(described?.workloads[0].containers[0].env).toEqual([
      { name: 'DB_PASSWORD' },
      { name: 'BRAND', value: 'journal' },
    ]);
    expect(JSON.stringify(described)).not.toContain(password);
    expect(describeIn('nobody')).toBeUndefined();
  });
});
