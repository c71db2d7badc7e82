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
          repositoryUrls: ['https://forge.example/org/gitops.git'],
        },
      },
    ]);
    expect(read({})).toEqual([]);
  });

  it('lets new manifests name the repository as the profile does', () => {
    const address = 'git@forge.example:org/gitops.git';
    const profile = { ...exampleProfile, repositoryUrls: [address] };
    const [demo] = read({ demo: { ...platform, profile } });
    expect(demo.profile.repositoryUrls).toEqual([
      address,
      'https://forge.example/org/gitops.git',
    ]);
  });

  const withRepository = (repository: object) => ({
    demo: {
      ...platform,
      repository: { ...platform.repository, ...repository },
    },
  });
  const changed = (change: object) => ({ demo: { ...platform, ...change } });

  it.each([
    { key: 'Demo', platforms: { Demo: platform } },
    { key: 'demo.repository.url', platforms: changed({ repository: {} }) },
    ...[
      'ssh://forge.example/a',
      'file:///etc',
      'https://user:secret@forge.example/a',
      '--upload-pack=evil',
      'https://forge.example',
    ].map(url => ({
      key: 'demo.repository.url',
      platforms: withRepository({ url }),
    })),
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
    ].map(branch => ({
      key: 'demo.repository.branch',
      platforms: withRepository({ branch }),
    })),
    { key: 'demo.clusters', platforms: changed({ clusters: [] }) },
    {
      key: 'demo.profile.roots',
      platforms: changed({ clusters: [{ name: 'other' }] }),
    },
    { key: 'demo.profile', platforms: changed({ profile: undefined }) },
    {
      key: 'demo.profile',
      platforms: changed({ profile: { ...exampleProfile, engine: 'none' } }),
    },
  ])('names the wrong key, platforms.$key', ({ key, platforms }) => {
    expect(() => read(platforms)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(`platforms.${key}`),
      }),
    );
  });
});
