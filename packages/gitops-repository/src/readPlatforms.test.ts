import { mockServices } from '@backstage/backend-test-utils';
import { exampleProfile } from './__testUtils__/exampleProfile';
import { readPlatforms } from './readPlatforms';

const platform = {
  repository: { url: 'https://forge.example/org/gitops.git/' },
  clusters: [{ name: 'edgit' }],
  profile: exampleProfile,
};

function read(platforms: Record<string, unknown>) {
  return readPlatforms(
    mockServices.rootConfig({
      data: JSON.parse(JSON.stringify({ platforms })),
    }),
  );
}

describe('readPlatforms', () => {
  it('fills in what is not said', () => {
    expect(read({ demo: platform })).toMatchObject([
      {
        id: 'demo',
        title: 'demo',
        repository: {
          url: 'https://forge.example/org/gitops',
          branch: 'main',
          pollSeconds: 60,
          timeoutSeconds: 30,
          maxFileBytes: 1048576,
        },
        clusters: [{ name: 'edgit' }],
        profile: {
          engine: 'argocd',
          titles: 'conventional',
          repositoryUrls: [
            'https://forge.example/org/gitops.git',
            'http://localhost:7401/edgit/edgit-k8s.git',
          ],
        },
      },
    ]);
    expect(read({})).toEqual([]);
  });

  it.each([
    ['Demo', {}, 'platforms.Demo'],
    ['demo', { repository: {} }, 'platforms.demo.repository.url'],
    ...[
      'ssh://forge.example/a',
      'file:///etc',
      'https://user:secret@forge.example/a',
      '--upload-pack=evil',
      'https://forge.example',
    ].map((url): [string, object, string] => [
      'demo',
      { repository: { url } },
      'platforms.demo.repository.url',
    ]),
    ...[
      '--upload-pack=evil',
      'a..b',
      'a b',
      'a:b',
      'a@{1}',
      'a/.b',
      'a.lock',
      'a/',
      '',
    ].map((branch): [string, object, string] => [
      'demo',
      { repository: { url: 'https://forge.example/a', branch } },
      'platforms.demo.repository.branch',
    ]),
    ['demo', { clusters: [] }, 'platforms.demo.clusters'],
    ['demo', { clusters: [{ name: 'other' }] }, 'platforms.demo.profile.roots'],
    ['demo', { profile: undefined }, 'platforms.demo.profile'],
    [
      'demo',
      { profile: { ...exampleProfile, engine: 'none' } },
      'platforms.demo.profile',
    ],
  ] satisfies [string, object, string][])(
    'names the wrong key of %s with %j: %s',
    (id, change, key) => {
      expect(() => read({ [id]: { ...platform, ...change } })).toThrow(
        expect.objectContaining({ message: expect.stringContaining(key) }),
      );
    },
  );
});
