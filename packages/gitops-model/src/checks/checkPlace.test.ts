import { monosense } from '../__testUtils__/monosenseFixture';
import { outline } from '../__testUtils__/outline';
import { pitower } from '../__testUtils__/pitowerFixture';
import { profile as edgit } from '../__testUtils__/readFixture';
import type { WritableProfile } from '../profile/Profile';
import { checkPlace } from './checkPlace';

type Place = Parameters<typeof checkPlace>[0];

const layout = 'error layout-unknown layout';
const category = 'error category-unknown category';
const cluster = 'error cluster-unknown clusters';
const name = 'error app-name-invalid app';

const fixed: WritableProfile = {
  ...monosense,
  layouts: monosense.layouts
    .filter(({ name: its }) => its === 'infrastructure')
    .map(its => ({
      ...its,
      appDirectory: 'apps/{app}',
      blocks: its.blocks.filter(({ file }) => !file.includes('{cluster}')),
    })),
};

describe('checkPlace', () => {
  it.each<[Place, 'image' | 'chart', string[], WritableProfile]>([
    [{ app: 'notes' }, 'image', [], edgit],
    [{ app: 'notes', layout: 'raw' }, 'image', [], edgit],
    [{ app: 'notes', layout: 'raw' }, 'chart', [layout], edgit],
    [{ app: 'notes', layout: 'wrapper-chart' }, 'chart', [], edgit],
    [{ app: 'notes', layout: 'wrapper-chart' }, 'image', [layout], edgit],
    [{ app: 'notes', layout: '' }, 'image', [layout], edgit],
    [{ app: 'notes', category: 'media' }, 'image', [category], edgit],
    [{ app: 'notes', clusters: [] }, 'image', [], edgit],
    [{ app: 'notes', clusters: ['edgit'] }, 'image', [], edgit],
    [{ app: 'notes', clusters: ['x'] }, 'image', [cluster, cluster], edgit],
    [{ app: 'media-notes', category: 'media' }, 'image', [], pitower],
    [{ app: 'media-notes', category: 'media' }, 'chart', [layout], pitower],
    [{ app: 'media-notes' }, 'image', [category], pitower],
    [{ app: 'media-notes', category: 'x' }, 'image', [category], pitower],
    [{ app: 'ai-notes', category: 'media' }, 'image', [name], pitower],
    [{ app: 'media-', category: 'media' }, 'image', [name], pitower],
    [{ app: 'notes', clusters: ['infra'] }, 'image', [], monosense],
    [{ app: 'notes', clusters: ['infra', 'apps'] }, 'image', [], monosense],
    [
      { app: 'notes', clusters: ['infra', 'x', 'y'] },
      'image',
      [cluster, cluster],
      monosense,
    ],
    [
      { app: 'n', layout: 'infrastructure', category: 'operations' },
      'image',
      [],
      monosense,
    ],
    [{ app: 'n', layout: 'infrastructure' }, 'image', [category], monosense],
    [{ app: 'n', clusters: ['infra', 'apps'] }, 'image', [], fixed],
    [{ app: 'n', clusters: ['apps'] }, 'image', [cluster], fixed],
  ])('of %j for %s says %j (%#)', (place, runs, expected, profile) => {
    expect(outline(checkPlace(place, runs, { profile }))).toEqual(expected);
  });

  it('offers the layouts that run such an app', () => {
    expect(
      checkPlace({ app: 'notes', layout: 'odd' }, 'chart', { profile: edgit }),
    ).toMatchObject([
      {
        message: expect.stringContaining('no layout “odd”'),
        fix: 'Choose one of helm-with-configs, helm-inline, wrapper-chart.',
      },
    ]);
    expect(
      checkPlace({ app: 'notes' }, 'chart', { profile: pitower }),
    ).toMatchObject([
      {
        message: expect.stringContaining('has no layout for such an app'),
        fix: expect.stringContaining('Ask the platform team'),
      },
    ]);
  });

  it('offers the categories of the platform', () => {
    expect(
      checkPlace({ app: 'x', category: 'odd' }, 'image', { profile: pitower }),
    ).toMatchObject([
      {
        message: expect.stringContaining('no category “odd”'),
        fix: 'Choose one of ai, banking, home-automation, media, monitoring, selfhosted.',
      },
    ]);
    expect(
      checkPlace({ app: 'x' }, 'image', { profile: pitower }),
    ).toMatchObject([
      { message: expect.stringContaining('lies in a category') },
    ]);
    expect(
      checkPlace({ app: 'x', category: 'odd' }, 'image', { profile: edgit }),
    ).toMatchObject([{ fix: 'Choose one of none.' }]);
  });

  it('says how apps are named', () => {
    expect(
      checkPlace({ app: 'notes', category: 'media' }, 'image', {
        profile: pitower,
      }),
    ).toMatchObject([
      {
        message: expect.stringContaining('are named media-… on'),
        fix: expect.stringContaining('“media-my-app”'),
      },
    ]);
  });

  it('says which clusters there are', () => {
    expect(
      checkPlace({ app: 'n', clusters: ['mars'] }, 'image', {
        profile: monosense,
      }),
    ).toMatchObject([
      {
        message: expect.stringContaining('no cluster “mars”'),
        fix: 'Choose one of infra, apps.',
      },
    ]);
    expect(
      checkPlace({ app: 'n', clusters: ['apps'] }, 'image', { profile: fixed }),
    ).toMatchObject([
      {
        message: expect.stringMatching(
          /layout infrastructure run on every cluster: infra, apps\./,
        ),
        fix: expect.stringContaining('Choose all of them'),
      },
    ]);
    const doubled = { ...edgit, roots: [...edgit.roots, ...edgit.roots] };
    expect(
      checkPlace({ app: 'n', clusters: ['mars'] }, 'image', {
        profile: doubled,
      })[0],
    ).toMatchObject({ fix: 'Choose one of edgit.' });
  });
});
