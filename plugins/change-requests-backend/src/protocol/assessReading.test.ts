import { createHash } from 'node:crypto';
import type { ForgeCommit, ForgeReading } from '../forge/ForgeClient';
import { assessReading } from './assessReading';
import { formatMarkers } from './markers';

const id = (name: string) => createHash('sha1').update(name).digest('hex');
const intentKey = createHash('sha256').update('intent').digest('hex');
const otherKey = createHash('sha256').update('other').digest('hex');
const [oldBase, base, treeAsPlanned, otherTree] = ['o', 'b', 't', 'x'].map(id);

const expectation = { intentKey, baseCommit: oldBase, tree: treeAsPlanned };

function ours(
  oid: string,
  parents: string[],
  markers: Partial<Parameters<typeof formatMarkers>[0]> = {},
): ForgeCommit {
  return {
    oid: id(oid),
    parents,
    message: `feat(wiki): add service\n\n${formatMarkers({
      intentKey,
      baseCommit: oldBase,
      ...markers,
    })}`,
  };
}

function human(
  oid: string,
  parents: string[],
  message = 'fix it',
): ForgeCommit {
  return { oid: id(oid), parents, message };
}

const seed = human(oldBase, []);
seed.oid = oldBase;

function branchOf(commits: ForgeCommit[], tree = treeAsPlanned) {
  const reading: ForgeReading = {
    repositoryId: 'R_1',
    baseCommit: base,
    branch: { commits, tree },
    pullRequests: [],
    labelIds: new Map(),
    reviewerIds: new Map(),
  };
  return assessReading(reading, expectation).branch;
}

describe('what stands on the branch', () => {
  it('is nothing of ours where it is at a base we know', () => {
    expect(branchOf([seed])).toBe('empty');
    expect(branchOf([{ ...human('b', [oldBase]), oid: base }, seed])).toBe(
      'empty',
    );
  });

  it('is ours where our one commit lies on its base', () => {
    expect(branchOf([ours('1', [oldBase]), seed])).toBe('ours');
    expect(branchOf([ours('1', [oldBase]), seed], otherTree)).toBe(
      'ours-other',
    );
  });

  it('is ours after an update, which keeps the old base below', () => {
    const first = ours('1', [oldBase], { baseCommit: oldBase });
    const update = ours('2', [first.oid], { baseCommit: base });
    const reading = [update, first, seed];
    expect(branchOf(reading, otherTree)).toBe('ours-other');
    expect(
      assessReading(
        {
          repositoryId: 'R_1',
          baseCommit: base,
          branch: { commits: reading, tree: otherTree },
          pullRequests: [],
          labelIds: new Map(),
          reviewerIds: new Map(),
        },
        { ...expectation, baseCommit: base },
      ).branch,
    ).toBe('ours');
  });

  it.each([
    ['a commit on top', [human('2', [id('1')]), ours('1', [oldBase]), seed]],
    ['a commit below', [ours('1', [id('h')]), human('h', [oldBase]), seed]],
    ['a merge', [ours('1', [oldBase, base]), seed]],
    ['another request', [ours('1', [oldBase], { intentKey: otherKey }), seed]],
    ['a commit of an unknown base', [human('h', [oldBase]), seed]],
    [
      'a marker inside a line',
      [
        human(
          'h',
          [oldBase],
          `see portal-intent: ${intentKey} portal-base: ${oldBase}`,
        ),
        seed,
      ],
    ],
    [
      'more than the forge showed',
      Array.from({ length: 10 }, (_, i) => ours(`${i}`, [id(`${i + 1}`)])),
    ],
  ])('is foreign with %s', (_, commits) => {
    expect(branchOf(commits)).toBe('foreign');
  });
});

it('counts an open pull request before a merged before a closed one', () => {
  const pull = (number: number, state: 'open' | 'merged' | 'closed') => ({
    id: `PR_${number}`,
    number,
    url: `https://forge.example/${number}`,
    state,
    body: '',
    headCommit: base,
    labels: [],
    reviewers: [],
  });
  const choose = (...states: ('open' | 'merged' | 'closed')[]) =>
    assessReading(
      {
        repositoryId: 'R_1',
        baseCommit: base,
        pullRequests: states.map((state, i) => pull(i, state)),
        labelIds: new Map(),
        reviewerIds: new Map(),
      },
      expectation,
    );
  expect(choose('closed', 'merged', 'open').pullRequest).toBe('open');
  expect(choose('closed', 'merged').pullRequest).toBe('merged');
  expect(choose('closed')).toMatchObject({
    pullRequest: 'closed',
    branch: 'absent',
  });
  expect(choose().pullRequest).toBe('none');
});
