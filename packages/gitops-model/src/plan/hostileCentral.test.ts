import {
  central,
  centralRepository,
  notes,
  planCentral,
  request,
  route,
} from '../__testUtils__/centralFixture';
import {
  expectHarmless,
  hostileCases,
  type HostilePlatform,
} from '../__testUtils__/hostile/HostilePlatform';
import type { Operation } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { placeApp } from './placeApp';
import { PlanTree } from './PlanTree';

/** With an app that the portal wrote. */
const repository = applyEdits(centralRepository, planCentral(request).edits);
const model = readRepository(repository, central);
const context = { tree: new PlanTree(repository), profile: central, model };
const host = 'diary.harbour.example.org';
const create = { ...notes, app: 'diary' } as const;

const platform: HostilePlatform = {
  plan: (operations: Operation[]) => planCentral(operations, repository),
  places: [placeApp('notes', context), placeApp('diary', context)],
  adapt: value => value.replaceAll('exitthecloud.eu', 'harbour.example.org'),
  fields: {
    app: { benign: 'diary', change: app => [{ ...create, app }] },
    host: { benign: host, change: value => [{ ...route, host: value }] },
    newHost: {
      benign: host,
      change: newHost => [
        { type: 'change-route', app: 'notes', host: route.host, newHost },
      ],
    },
    oldHost: {
      benign: route.host,
      change: value => [
        { type: 'change-route', app: 'notes', host: value, newHost: host },
      ],
    },
    path: { benign: '/api', change: path => [{ ...route, path }] },
    exposure: {
      benign: '',
      change: exposure => [{ ...route, host, exposure }],
    },
    confirmation: {
      benign: 'notes',
      change: confirmation => [
        { type: 'retire-app', app: 'notes', confirmation },
      ],
    },
  },
  texts: {},
  more: [
    {
      name: '8 hosts of others',
      values: [
        'tides.harbour.example.org',
        'www.harbour.example.org',
        'harbour.example.org',
        '*.office.example.org',
        'Tides.harbour.example.org',
        'tides.harbour.example.org.',
      ],
      into: ['host', 'newHost'],
    },
    {
      name: '9 names that others have in central directories',
      values: ['redirect', 'gateway', 'journal', 'networking', '{app}', '..'],
      into: ['app'],
    },
  ],
};

describe('hostile values where apps share files and directories', () => {
  const cases = hostileCases(platform);

  it('are many', () => {
    expect(cases.length).toBeGreaterThan(150);
  });

  it.each(cases)('$title', async hostile => {
    await expect(expectHarmless(platform, hostile)).resolves.toBeUndefined();
  });
});
