import { outline } from '../__testUtils__/outline';
import { profile } from '../__testUtils__/readFixture';
import { checkImage } from './checkImage';

const digest = `sha256:${'0a'.repeat(32)}`;
const invalid = 'error image-invalid image';
const untagged = 'error image-untagged image';
const unproxied = 'error image-registry-unproxied image';

describe('checkImage', () => {
  it.each<[string, string[]]>([
    ['nginx:1.27', []],
    ['library/nginx:1.27', []],
    [`nginx@${digest}`, []],
    [`nginx:latest@${digest}`, []],
    ['docker.io/library/nginx:1.27', []],
    ['ghcr.io/my-team/sub_part/a.b__c--d:v1.4.2_rc-1', []],
    ['harbor.exitthecloud.eu/atlas/notes:1', []],
    [`ghcr.io/a/b:${'t'.repeat(128)}`, []],
    [`${'a'.repeat(508)}:1.2`, []],
    ['nginx', [untagged]],
    ['nginx:latest', [untagged]],
    ['ghcr.io/a/b', [untagged]],
    ['registry.example.org/a:1', [unproxied]],
    ['registry.example.org/a', [untagged, unproxied]],
    ['ghcr.io:443/a/b:1', [unproxied]],
    ['localhost/a:1', [unproxied]],
    ['localhost:5000/a:1', [unproxied]],
    ['registry:5000/a:1', [unproxied]],
    ['toString.io/a:1', [unproxied]],
    [`${'a'.repeat(509)}:1.2`, [invalid]],
    [`ghcr.io/a/b:${'t'.repeat(129)}`, [invalid]],
    ['', [invalid]],
    ['Nginx:1', [invalid]],
    ['a//b:1', [invalid]],
    ['a/b/:1', [invalid]],
    ['a..b:1', [invalid]],
    ['a___b:1', [invalid]],
    ['-a:1', [invalid]],
    ['a-:1', [invalid]],
    ['nginx:', [invalid]],
    ['nginx:-1', [invalid]],
    ['nginx:1 ', [invalid]],
    ['nginx:1\n', [invalid]],
    [' nginx:1', [invalid]],
    ['https://ghcr.io/a/b:1', [invalid]],
    ['registry:500000/a:1', [invalid]],
    [`nginx@${digest}0`, [invalid]],
    [`nginx@${digest.slice(0, -1)}`, [invalid]],
    [`nginx@${digest.toUpperCase()}`, [invalid]],
  ])('says of %j: %j', (image, expected) => {
    expect(outline(checkImage(image, { profile }))).toEqual(expected);
  });

  it('names the text and what is wrong with it', () => {
    expect(checkImage('Nginx', { profile })).toMatchObject([
      {
        message: '“Nginx” is no image reference.',
        fix: expect.stringContaining('registry, name and tag'),
      },
    ]);
    expect(checkImage('nginx', { profile })).toMatchObject([
      { message: 'The image has neither tag nor digest.' },
    ]);
    expect(checkImage('nginx:latest', { profile })).toMatchObject([
      {
        message: expect.stringContaining('latest'),
        fix: expect.stringContaining('“:1.4.2”'),
      },
    ]);
  });

  it('offers the registries of the profile', () => {
    const { ownRegistry, ...images } = profile.images;
    expect(checkImage('example.org/a:1', { profile })).toMatchObject([
      {
        message: expect.stringContaining('“example.org”'),
        fix: expect.stringMatching(
          /from docker\.io, ghcr\.io, quay\.io, gcr\.io, harbor\.exitthecloud\.eu, or ask/,
        ),
      },
    ]);
    expect(
      checkImage('example.org/a:1', { profile: { ...profile, images } }),
    ).toMatchObject([
      {
        fix: expect.stringMatching(
          /from docker\.io, ghcr\.io, quay\.io, gcr\.io, or ask/,
        ),
      },
    ]);
    expect(
      outline(
        checkImage(`${ownRegistry}/a:1`, { profile: { ...profile, images } }),
      ),
    ).toEqual([unproxied]);
  });

  it.each<[typeof profile.images.rewrite, string[]]>([
    ['none', []],
    ['manifest', [unproxied]],
    ['admission', [unproxied]],
  ])('takes foreign registries with rewrite %s: %j', (rewrite, expected) => {
    const images = { ...profile.images, rewrite };
    expect(
      outline(
        checkImage('example.org/a:1', { profile: { ...profile, images } }),
      ),
    ).toEqual(expected);
  });
});
