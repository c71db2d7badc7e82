import { outline } from '../__testUtils__/outline';
import { profile, repository } from '../__testUtils__/readFixture';
import type { YamlValue } from '../edit/yaml/YamlValue';
import type { ChartValues } from '../operation/chartValues';
import { readRepository } from '../read/readRepository';
import { checkChartValues } from './checkChartValues';

const model = readRepository(repository, profile);

function check(values: ChartValues) {
  return checkChartValues(values, 'journal', { model });
}

describe('checkChartValues', () => {
  it('takes what a chart usually takes', () => {
    expect(
      check({
        replicas: 2,
        image: { repository: 'ghcr.io/example/wiki', tag: '1.0.0' },
        ingress: { enabled: false, hosts: [] },
        tolerations: [{ key: 'a', operator: 'Exists' }, null],
        securityContext: { runAsUser: 1000, privileged: false },
      }),
    ).toEqual([]);
  });

  it.each<[string, YamlValue, boolean]>([
    ...[
      'privileged',
      'allowPrivilegeEscalation',
      'hostNetwork',
      'hostPID',
      'hostIPC',
    ].flatMap((key): [string, YamlValue, boolean][] => [
      [key, true, true],
      [key, false, false],
      [key, null, false],
    ]),
    ['hostPath', '/var/run', true],
    ['hostPath', { path: '/' }, true],
    ['hostPath', true, true],
    ['hostPath', false, false],
    ['hostPath', '', false],
    ['hostPath', null, false],
    ['runAsUser', 0, true],
    ['runAsUser', 1, false],
    ['toString', true, false],
  ])('judges %s: %j', (key, value, isInsecure) => {
    expect(outline(check({ pod: { [key]: value } }))).toEqual(
      isInsecure ? ['error pod-insecure values'] : [],
    );
  });

  it.each<[string, ChartValues, string[]]>([
    ['a text', { a: 'b\u202ec' }, ['error text-unsafe values']],
    ['a key', { 'b\u202ec': 1 }, ['error text-unsafe values']],
    [
      'a text in a list',
      { a: [1, { b: [2, 'c\u202ed'] }] },
      ['error text-unsafe values.1.1'],
    ],
    [
      'a secret by its looks',
      { a: 'https://me:word@a.b' },
      ['error plain-secret-value values'],
    ],
    [
      'a key that is a secret',
      { 'https://me:word@a.b': 1 },
      ['error plain-secret-value values'],
    ],
  ])('finds %s wherever it stands', (_, values, expected) => {
    expect(outline(check(values))).toEqual(expected);
    expect(outline(check({ under: { more: values } }))).toEqual(expected);
  });

  it.each([
    ['password', true],
    ['adminPassword', true],
    ['ADMIN_PASSWORD', true],
    ['admin-password', true],
    ['s3AccessKey', true],
    ['s3SecretKey', true],
    ['clientSecretKey', true],
    ['existingSecretPassword', false],
    ['passwordExistingToken', true],
    ['existingSecret', false],
    ['clientSecret', false],
    ['secretName', false],
    ['passwordKey', false],
    ['keyboard', false],
  ])('takes %s for the name of a secret: %j', (key, isNamed) => {
    const expected = isNamed ? ['error plain-secret-value values'] : [];
    expect(outline(check({ auth: { [key]: 'tuesday' } }))).toEqual(expected);
    expect(outline(check({ auth: { [key]: '' } }))).toEqual([]);
    expect(outline(check({ auth: { [key]: 7 } }))).toEqual([]);
  });

  it('takes what a list holds by the name of the list', () => {
    expect(
      outline(check({ tokens: ['a'], token: ['tuesday', [''], 7] })),
    ).toEqual(['error plain-secret-value values.0']);
  });

  it.each<[YamlValue, boolean]>([
    [{ apiVersion: 'v1', kind: 'Secret' }, true],
    [{ apiVersion: 'v1', kind: 7 }, false],
    [{ apiVersion: 1, kind: 'Secret' }, false],
    [{ kind: 'Deployment' }, false],
    ['apiVersion: v1\nkind: Secret\n', true],
    ['# more\nkind:\tSecret\napiVersion: v1', true],
    ['kind: Secret', false],
    ['apiVersion: v1', false],
    ['apiVersion: v1\nmankind: all', false],
    ['kind: Secret\nmyapiVersion: v1', false],
    ['kind:Secret\napiVersion: v1', false],
    ['kind: Secret\napiVersion:v1', false],
    [[], false],
    [null, false],
  ])('finds an object in %j: %j', (value, isObject) => {
    const expected = (field: string) =>
      isObject ? [`error manifest-unexpected ${field}`] : [];
    expect(outline(check({ extra: value }))).toEqual(expected('values'));
    expect(outline(check({ extra: [value] }))).toEqual(expected('values.0'));
  });

  const file = 'k8s/tides/httproute.yaml';

  it.each([
    ['host', 'tides.exitthecloud.eu', true],
    ['host', 'TIDES.exitthecloud.EU', true],
    ['hosts', 'tides.exitthecloud.eu', true],
    ['ingressHost', 'tides.exitthecloud.eu', true],
    ['hostname', '*.exitthecloud.eu', true],
    ['hostname', '*.eu', true],
    ['HOSTNAMES', 'tides.exitthecloud.eu', true],
    ['hostnameOverride', 'tides.exitthecloud.eu', false],
    ['link', 'tides.exitthecloud.eu', false],
    ['host', 'journal.exitthecloud.eu', false],
    ['host', 'exitthecloud.eu', false],
    ['host', 'old.tides.exitthecloud.eu', false],
    ['host', '', false],
  ])('finds who holds %s: %j', (key, host, isTaken) => {
    const taken = (field: string) =>
      isTaken ? [`error host-taken ${field} ${file}`] : [];
    expect(outline(check({ [key]: host }))).toEqual(taken('values'));
    expect(outline(check({ [key]: [host] }))).toEqual(taken('values.0'));
  });

  it('finds a host among others of a route', () => {
    const routes = model.routes.map(route => ({
      ...route,
      hostnames: ['first.example.org', ...route.hostnames],
    }));
    const found = checkChartValues({ host: 'tides.exitthecloud.eu' }, 'notes', {
      model: { ...model, routes },
    });
    expect(outline(found)).toEqual([`error host-taken values ${file}`]);
  });

  it('says what to do', () => {
    expect(
      check({
        hostNetwork: true,
        host: 'tides.exitthecloud.eu',
        extra: { apiVersion: 'v1', kind: 'Pod' },
        password: 'tuesday',
      }),
    ).toMatchObject([
      {
        message:
          'The value “hostNetwork” takes pods out of the restricted standard.',
        fix: 'Leave it out, or ask the platform team.',
      },
      {
        message: 'The host tides.exitthecloud.eu belongs to the app tides.',
        fix: 'Ask for another host, or ask the owner of that app.',
        line: 1,
      },
      {
        message: 'The values hold a Kubernetes object of their own.',
        fix: expect.stringContaining('by its own operation'),
      },
      { message: expect.not.stringContaining('tuesday') },
    ]);
  });
});
