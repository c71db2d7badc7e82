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

import { textsOf } from '../__testUtils__/textsOf';
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
  [
    'variables of a cluster',
    {
      profile: monosense,
      repository: monosenseRepository,
      create: workloadOn(['infra']),
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

describe('a host that was changed into another and is asked for again', () => {
  it.each(platforms)('finds its place in %s', (_, platform) => {
    const { create, domain, exposure } = platform;
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
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual(
        [],
      );
      return applyEdits(before, edits);
    };
    const created = written([create, add('first'), add('second')]);
    const moved = written(
      [
        {
          type: 'change-route',
          app,
          host: `second.${domain}`,
          newHost: `third.${domain}`,
        },
      ],
      created,
    );
    const again = written([add('second')], moved);

    const { routes } = readRepository(again, platform.profile);
    expect(
      routes
        .filter(route => route.app === app)
        .flatMap(({ hostnames }) => hostnames)
        .sort(),
    ).toEqual(['first', 'second', 'third'].map(label => `${label}.${domain}`));
    expect(textsOf(written([add('second')], again))).toEqual(textsOf(again));
    const retire: Operation = { type: 'retire-app', app, confirmation: app };
    expect(textsOf(written([retire], again))).toEqual(
      textsOf(platform.repository),
    );
  });
});
