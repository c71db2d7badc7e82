import {
  pitower,
  pitowerRepository,
  pitowerRequest,
  planPitower,
} from '../__testUtils__/pitowerFixture';
import { textsOf } from '../__testUtils__/textsOf';
import {
  createApp,
  profile,
  repository,
  ada,
  petra,
  plan,
} from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import { planOperations } from '../plan/planOperations';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { writtenImage } from './writtenImage';

const rewriting = {
  ...profile,
  images: { ...profile.images, rewrite: 'manifest' as const },
};

describe('writtenImage', () => {
  it.each([
    ['ghcr.io/example/notes:2.4.1', 'proxy-ghcr/example/notes:2.4.1'],
    ['nginx:1.29', 'proxy-dockerhub/library/nginx:1.29'],
    ['docker.io/nginx:1.29', 'proxy-dockerhub/library/nginx:1.29'],
    ['grafana/grafana:12.0.0', 'proxy-dockerhub/grafana/grafana:12.0.0'],
    [
      `quay.io/org/app@sha256:${'a'.repeat(64)}`,
      `proxy-quay/org/app@sha256:${'a'.repeat(64)}`,
    ],
    ['harbor.exitthecloud.eu/team/app:1', 'team/app:1'],
  ])('names %s by its proxy project', (image, expected) => {
    expect(writtenImage(image, rewriting)).toBe(
      `harbor.exitthecloud.eu/${expected}`,
    );
  });

  it('leaves an image alone that has no proxy project, or that admission rewrites', () => {
    expect(writtenImage('registry.k8s.io/pause:3', rewriting)).toBe(
      'registry.k8s.io/pause:3',
    );
    expect(writtenImage('ghcr.io/example/notes:1', profile)).toBe(
      'ghcr.io/example/notes:1',
    );
  });

  it('is what manifests get, of a new app and of one that changes', () => {
    const planBoth = (snapshot = repository) =>
      planOperations({
        snapshot,
        model: readRepository(snapshot, rewriting),
        profile: rewriting,
        operations: [
          createApp,
          {
            type: 'set-image',
            app: 'journal',
            image: 'ghcr.io/example/journal:9.0.0',
          },
        ],
        requester: ada,
      });
    const { edits, findings } = planBoth();
    expect(findings).toEqual([]);
    const there = applyEdits(repository, edits);
    const images = readRepository(there, rewriting)
      .units.filter(({ app }) => ['notes', 'journal'].includes(app))
      .flatMap(unit => unit.images);
    expect(images.sort()).toEqual([
      'harbor.exitthecloud.eu/proxy-ghcr/example/journal:9.0.0',
      'harbor.exitthecloud.eu/proxy-ghcr/example/notes:2.4.1',
    ]);
    expect(planBoth(there)).toMatchObject({ edits: [], findings: [] });
  });

  const planned = (operations: Operation[], snapshot = repository) =>
    planOperations({
      snapshot,
      model: readRepository(snapshot, rewriting),
      profile: rewriting,
      operations,
      requester: petra,
    });

  it.each([
    'registry.k8s.io/pause:3.10',
    'mcr.microsoft.com/dotnet/aspnet:9.0',
  ])('is none of %s, which has no proxy project', image => {
    const operations: Operation[] = [
      { ...createApp, image },
      { type: 'set-image', app: 'journal', image },
    ];
    for (const operation of operations) {
      expect(planned([operation])).toMatchObject({
        edits: [],
        findings: [{ code: 'image-registry-unproxied', severity: 'error' }],
      });
    }
  });

  it('changes nothing of how a chart is moved on', () => {
    const operation: Operation = {
      type: 'set-chart-version',
      app: 'wiki',
      chart: 'wiki',
      version: '3.2.0',
    };
    const { edits, findings } = planned([operation]);
    expect(findings).toEqual([]);
    expect(edits).toEqual(plan([operation], petra).edits);
    expect(edits.map(({ path }) => path)).toEqual(['k8s/wiki/Chart.yaml']);
  });

  it('goes with an app that is retired', () => {
    const { edits } = planned([createApp]);
    const there = applyEdits(repository, edits);
    const retired = planned(
      [{ type: 'retire-app', app: 'notes', confirmation: 'notes' }],
      there,
    );
    expect(textsOf(applyEdits(there, retired.edits))).toEqual(
      textsOf(repository),
    );
  });

  it('stands in the values of a chart as that has it', () => {
    const cached = {
      ...pitower,
      images: {
        rewrite: 'manifest' as const,
        ownRegistry: 'registry.example.org:5000',
        registries: { 'ghcr.io': 'cache/ghcr' },
      },
    };
    const [create] = pitowerRequest;
    const image = 'ghcr.io/example/notes';
    const created = planPitower([create], pitowerRepository, ada, cached);
    expect(created.findings).toEqual([]);
    const there = applyEdits(pitowerRepository, created.edits);
    const changed = planPitower(
      [{ type: 'set-image', app: create.app, image: `${image}:2.5.0` }],
      there,
      ada,
      cached,
    );
    expect(changed.findings).toEqual([]);
    expect(changed.edits).toHaveLength(1);
    const [unit] = readRepository(
      applyEdits(there, changed.edits),
      cached,
    ).units.filter(({ app }) => app === create.app);
    expect(unit.images).toEqual([
      'registry.example.org:5000/cache/ghcr/example/notes:2.5.0',
    ]);
    expect(
      planPitower(
        [{ type: 'set-image', app: create.app, image: 'nginx:1.29' }],
        there,
        ada,
        cached,
      ).findings.map(({ code }) => code),
    ).toEqual(['image-registry-unproxied']);
  });
});
