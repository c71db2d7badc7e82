import {
  pitower,
  pitowerRepository,
  planPitower,
} from '../__testUtils__/pitowerFixture';
import {
  monosenseRepository,
  planMonosense,
  workloadOn,
} from '../__testUtils__/monosenseFixture';
import { outline } from '../__testUtils__/outline';
import { petra, plan, repository } from '../__testUtils__/readFixture';
import { withFiles } from '../__testUtils__/withFiles';
import type { WritableProfile } from '../profile/Profile';
import { applyEdits } from '../snapshot/applyEdits';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';

const owner = 'group:default/borealis';

describe('the owner that an app’s Component says', () => {
  const app = 'selfhosted-feeds';
  const file = 'pitower/kubernetes/apps/selfhosted/feeds/catalog-info.yaml';
  const component = [
    '---',
    'apiVersion: backstage.io/v1alpha1',
    'kind: Component',
    'metadata:',
    '  name: selfhosted-feeds',
    'spec:',
    '  type: service',
    '  lifecycle: production',
    '  owner: group:default/borealis',
    '  system: selfhosted-feeds',
    '',
  ].join('\n');
  const others = [
    'kind: API',
    'metadata:',
    '  name: selfhosted-feeds',
    '---',
    'kind: Component',
    'metadata:',
    '  name: reader # somebody else’s',
    'spec:',
    '  owner: group:default/atlas',
    '',
  ].join('\n');

  const given = (text?: string) =>
    text === undefined
      ? pitowerRepository
      : withFiles(pitowerRepository, () => ({ [file]: text }));

  function written(
    before: RepositorySnapshot,
    chosen = owner,
    profile: WritableProfile = pitower,
  ) {
    const { findings, edits } = planPitower(
      [{ type: 'set-owner', app, owner: chosen }],
      before,
      petra,
      profile,
    );
    expect(edits.filter(({ path }) => path !== file)).toEqual([]);
    const after = applyEdits(before, edits);
    return { findings, text: after.readText(file), after };
  }

  it.each([
    ['in a new file', undefined, component],
    ['behind what the file holds of others', others, others + component],
    [
      'in the document that is the app’s',
      `${others}---\nkind: Component\nmetadata:\n  name: ${app}\nspec:\n  owner: group:default/atlas # for now\n`,
      `${others}---\nkind: Component\nmetadata:\n  name: ${app}\nspec:\n  owner: group:default/borealis # for now\n`,
    ],
  ])('is written %s, once', (_, before, expected) => {
    const { findings, text, after } = written(given(before));
    expect(findings).toEqual([]);
    expect(text).toBe(expected);
    expect(written(after).after.files).toEqual(after.files);
  });

  it('says nothing new where the app is theirs already', () => {
    const before = given(component);
    expect(written(before).after.files).toEqual(before.files);
  });

  it('is refused where neither a Component nor a unit of its own can say it', () => {
    const { findings, text } = written(given(), owner, {
      ...pitower,
      layouts: pitower.layouts.map(layout => ({
        ...layout,
        blocks: layout.blocks.filter(({ block }) => block !== 'catalog-info'),
      })),
    });
    expect(outline(findings)).toEqual(['error layout-unsupported owner']);
    expect(findings[0].message).toContain('owner rule 1 of the profile');
    expect(text).toBeUndefined();
  });
});

describe('the owner that a deployment unit says', () => {
  const journal = 'k8s/apps/journal.yaml';
  const list = 'k8s/apps/kustomization.yaml';
  const text = repository.readText(journal) ?? '';

  const planned = (before: RepositorySnapshot) =>
    plan([{ type: 'set-owner', app: 'journal', owner }], petra, before);

  it('is changed in its document, wherever that stands in the file', () => {
    const others =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: journal\n';
    const before = withFiles(repository, () => ({
      [journal]: `${others}---\n${text}`,
    }));
    const { findings, edits } = planned(before);
    expect(findings).toEqual([]);
    expect(edits).toEqual([
      {
        kind: 'change',
        path: journal,
        before: `${others}---\n${text}`,
        after: `${others}---\n${text.replace('group:default/atlas', owner)}`,
      },
    ]);
  });

  it('is refused where the unit lies elsewhere than the profile says', () => {
    const { findings, edits } = planned(
      withFiles(repository, texts => ({
        [journal]: '',
        'k8s/apps/office.yaml': text,
        [list]: texts[list].replace('journal.yaml', 'office.yaml'),
      })),
    );
    expect(outline(findings)).toEqual(['error layout-unsupported owner']);
    expect(findings[0].message).toContain(
      'k8s/apps/office.yaml declares journal',
    );
    expect(edits).toEqual([]);
  });

  it.each([
    ['on both clusters that run it', ['apps', 'infra'], ['apps', 'infra']],
    ['on the one that says it', ['infra'], ['infra']],
    ['on the first where none says it', [], ['infra']],
  ])('is said %s', (_, saying, changed) => {
    const platform = 'group:default/platform';
    const fileOf = (cluster: string) =>
      `kubernetes/clusters/${cluster}/notes.yaml`;
    const line = '\n    portal.internal/owner: group:default/atlas';
    const created = applyEdits(
      monosenseRepository,
      planMonosense([workloadOn(['infra', 'apps'])]).edits,
    );
    const before = withFiles(created, texts =>
      Object.fromEntries(
        ['apps', 'infra']
          .filter(cluster => !saying.includes(cluster))
          .map(cluster => [
            fileOf(cluster),
            texts[fileOf(cluster)].replace(line, ''),
          ]),
      ),
    );
    const { findings, edits } = planMonosense(
      [{ type: 'set-owner', app: 'notes', owner: platform }],
      before,
      petra,
    );
    expect(findings).toEqual([]);
    expect(edits.map(({ path }) => path)).toEqual(changed.map(fileOf));
    const after = applyEdits(before, edits);
    for (const cluster of changed) {
      expect(after.readText(fileOf(cluster))).toContain(platform);
    }
  });
});
