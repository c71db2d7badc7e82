import {
  application,
  deploys,
  read,
  type Tree,
} from '../../__testUtils__/readTree';
import type { Profile } from '../../profile/Profile';

const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n';

function ownersOf(
  owners: Partial<Profile['owners']>,
  files: Tree = {},
): Record<string, string> {
  const root = (name: string, more?: object) =>
    application(name, deploys(`k8s/media/${name}`), more);
  const { apps } = read(
    {
      'k8s/root.yaml': application('root', deploys('apps')),
      'apps/annotated.yaml': root('annotated', {
        labels: { team: 'label' },
        annotations: { 'portal.internal/owner': 'group:default/annotation' },
      }),
      'apps/labelled.yaml': root('labelled', { labels: { team: 'label' } }),
      'apps/plain.yaml': root('plain'),
      'k8s/media/annotated/c.yaml': configMap,
      'k8s/media/labelled/c.yaml': configMap,
      'k8s/media/plain/c.yaml': configMap,
      ...files,
    },
    {
      owners: {
        rules: [],
        codeowners: {},
        default: 'group:default/default',
        ...owners,
      },
    },
  );
  return Object.fromEntries(
    apps.map(({ name, owner, ownerReason }) => [
      name,
      `${owner} by ${ownerReason}`,
    ]),
  );
}

const byDefault = 'group:default/default by default owner of the profile';

describe('owners', () => {
  it('are told by annotation, then label, then rule, then default', () => {
    expect(
      ownersOf({
        label: 'team',
        rules: [
          { apps: ['plain'], paths: ['elsewhere/*'], owner: 'group:default/a' },
          { apps: ['pl*'], paths: ['k8s/media/*'], owner: 'group:default/b' },
          { paths: ['apps/*.yaml'], owner: 'group:default/c' },
        ],
      }),
    ).toEqual({
      annotated: 'group:default/annotation by annotation portal.internal/owner',
      labelled: 'group:default/label by label team',
      plain:
        'group:default/b by owner rule 2 of the profile: app pl* and path k8s/media/*',
    });
    expect(ownersOf({}).plain).toBe(byDefault);
  });

  it.each([
    [
      'the last pattern that matches',
      '* @a\n/k8s/media/ @b\n',
      2,
      '/k8s/media/',
    ],
    [
      'a pattern anywhere below',
      '**/plain @b # the plain one\n',
      1,
      '**/plain',
    ],
    [
      'the first owner the profile knows',
      '/k8s/ x@example.com @unknown @b\n',
      1,
      '/k8s/',
    ],
    ['a pattern relative to the root', 'k8s/media/* @b\n', 1, 'k8s/media/*'],
    ['the file that declares the unit', '*.yaml @b\n', 1, '*.yaml'],
  ])('follow CODEOWNERS: %s', (_, text, line, pattern) => {
    const codeowners = { '@a': 'group:default/a', '@b': 'group:default/b' };
    expect(ownersOf({ codeowners }, { CODEOWNERS: text }).plain).toBe(
      `group:default/b by CODEOWNERS line ${line}: ${pattern}`,
    );
  });

  it.each([
    ['lines without owners', '* @a\n/k8s/media/\n/apps/\n'],
    ['what lies deeper than a star says', 'k8s/* @a\n/* @a\n'],
    ['comments, sections and negations', '# * @a\n[Section] @a\n!* @a\n'],
    ['owners the profile does not know', '* @unknown\n'],
  ])('leave aside %s', (_, text) => {
    const codeowners = { '@a': 'group:default/a' };
    expect(ownersOf({ codeowners }, { CODEOWNERS: text }).plain).toBe(
      byDefault,
    );
  });

  it('prefer the CODEOWNERS file that the forge prefers', () => {
    const codeowners = { '@a': 'group:default/a', '@b': 'group:default/b' };
    expect(
      ownersOf(
        { codeowners },
        { '.github/CODEOWNERS': '* @a\n', 'docs/CODEOWNERS': '* @b\n' },
      ).plain,
    ).toBe('group:default/a by .github/CODEOWNERS line 1: *');
  });
});
