import {
  createApp,
  profile,
  repository,
  ada,
} from '../__testUtils__/readFixture';
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
    const plan = (snapshot = repository) =>
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
    const { edits, findings } = plan();
    expect(findings).toEqual([]);
    const there = applyEdits(repository, edits);
    const images = readRepository(there, rewriting)
      .units.filter(({ app }) => ['notes', 'journal'].includes(app))
      .flatMap(unit => unit.images);
    expect(images.sort()).toEqual([
      'harbor.exitthecloud.eu/proxy-ghcr/example/journal:9.0.0',
      'harbor.exitthecloud.eu/proxy-ghcr/example/notes:2.4.1',
    ]);
    expect(plan(there)).toMatchObject({ edits: [], findings: [] });
  });
});
