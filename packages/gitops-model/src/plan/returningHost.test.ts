import {
  central,
  centralRepository,
  notes,
  planCentral,
} from '../__testUtils__/centralFixture';
import {
  monosense,
  monosenseRepository,
  planMonosense,
  workloadOn,
} from '../__testUtils__/monosenseFixture';
import {
  pitower,
  pitowerRepository,
  pitowerRequest,
  planPitower,
} from '../__testUtils__/pitowerFixture';
import {
  createApp,
  plan,
  profile,
  repository,
} from '../__testUtils__/readFixture';

import { checkChange } from '../checks/crossFile/checkChange';
import { textsOf } from '../__testUtils__/textsOf';
import { withFiles } from '../__testUtils__/withFiles';
import type { Operation, OperationOf } from '../operation/Operation';
import type { WritableProfile } from '../profile/Profile';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { Plan } from './Plan';

interface Platform {
  profile: WritableProfile;
  repository: RepositorySnapshot;
  create: OperationOf<'create-app'>;
  domain: string;
  exposure?: string;
  plan(operations: Operation[], snapshot: RepositorySnapshot): Plan;
}

const [pitowerApp] = pitowerRequest;
if (pitowerApp.type !== 'create-app') throw new Error('It creates no app.');

const platforms: [string, Platform][] = [
  [
    'files of an app',
    {
      profile,
      repository,
      create: createApp,
      domain: 'exitthecloud.eu',
      plan: (operations, snapshot) => plan(operations, undefined, snapshot),
    },
  ],
  [
    'values of app-template',
    {
      profile: pitower,
      repository: pitowerRepository,
      create: pitowerApp,
      domain: 'pitower.link',
      exposure: 'external',
      plan: planPitower,
    },
  ],
];
/** What has the name is not the app's alone there. */
const closed: [string, Platform][] = [
  [
    'variables of a cluster',
    {
      profile: monosense,
      repository: monosenseRepository,
      create: workloadOn(['infra', 'apps']),
      domain: 'monosense.io',
      plan: planMonosense,
    },
  ],
  [
    'central files and listeners',
    {
      profile: central,
      repository: centralRepository,
      create: notes,
      domain: 'harbour.example.org',
      plan: planCentral,
    },
  ],
];

/** An app of which the second of two hosts was changed. */
function changed({ create, domain, exposure, ...platform }: Platform) {
  const { app } = create;
  const add = (label: string): Operation => ({
    type: 'add-route',
    app,
    host: `${label}.${domain}`,
    path: '/',
    exposure,
  });
  const written = (
    operations: Operation[],
    before: RepositorySnapshot = platform.repository,
  ) => {
    const { findings, edits } = platform.plan(operations, before);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    return applyEdits(before, edits);
  };
  const created = written([create, add('first'), add('second')]);
  const move: Operation = {
    type: 'change-route',
    app,
    host: `second.${domain}`,
    newHost: `third.${domain}`,
  };
  const retire: Operation = { type: 'retire-app', app, confirmation: app };
  return {
    created,
    move,
    moved: written([move], created),
    again: add('second'),
    retire,
    written,
  };
}

describe('a host that was changed into another and is asked for again', () => {
  it.each(platforms)('finds its place in %s', (_, platform) => {
    const { moved, again, retire, written } = changed(platform);
    const after = written([again], moved);

    const model = readRepository(after, platform.profile);
    expect(
      model.routes
        .filter(route => route.app === platform.create.app)
        .flatMap(({ hostnames }) => hostnames)
        .sort(),
    ).toEqual(
      ['first', 'second', 'third'].map(label => `${label}.${platform.domain}`),
    );
    expect(
      checkChange({
        head: after,
        profile: platform.profile,
        since: { fork: moved, base: moved },
      }),
    ).toEqual([]);
    expect(textsOf(written([again], after))).toEqual(textsOf(after));
    expect(textsOf(written([retire], after))).toEqual(
      textsOf(platform.repository),
    );
  });

  it.each(platforms)('finds it in the same request: %s', (_, platform) => {
    const { created, move, moved, again, written } = changed(platform);
    expect(textsOf(written([move, again], created))).toEqual(
      textsOf(written([again], moved)),
    );
  });

  it.each(closed)('is refused in %s', (_, platform) => {
    const { moved, again } = changed(platform);
    const { findings, edits } = platform.plan([again], moved);
    expect(findings.map(({ severity }) => severity)).toContain('error');
    expect(edits).toEqual([]);
  });
});

describe('a host whose file holds something else', () => {
  const file = 'k8s/notes/httproute-second-exitthecloud-eu.yaml';
  it.each([
    ['a route that cannot be read', 'kind: HTTPRoute\nspec: {rules: none}\n'],
    ['broken YAML', 'kind: [\n'],
  ])('is refused: %s', (_, text) => {
    const [[, platform]] = platforms;
    const { created, again } = changed(platform);
    const { findings, edits } = platform.plan(
      [again],
      withFiles(created, () => ({ [file]: text })),
    );
    expect(findings).toMatchObject([{ severity: 'error', file }]);
    expect(edits).toEqual([]);
  });
});
