import { outline } from '../__testUtils__/outline';
import { profile, repository } from '../__testUtils__/readFixture';
import { readRepository } from '../read/readRepository';
import { checkChart, checkChartVersion } from './checkChart';
import { checkChartRepository } from './checkChartRepository';

const good = {
  name: 'wiki',
  repository: 'https://charts.example.org',
  version: '1.0.0',
};
const model = readRepository(repository, profile);

describe('checkChart', () => {
  it.each([
    ['q', true],
    ['qd', true],
    ['kube-prometheus.2-stack', true],
    ['x'.repeat(63), true],
    ['x'.repeat(64), false],
    ['', false],
    ['Qdrant', false],
    ['-qdrant', false],
    ['qdrant-', false],
    ['qdrant.', false],
    ['a/b', false],
  ])('takes the name %j: %j', (name, isGood) => {
    expect(outline(checkChart({ ...good, name }))).toEqual(
      isGood ? [] : ['error chart-invalid chart.name'],
    );
  });

  it.each([
    ['https://a', true],
    ['https://charts.example.org/', true],
    ['https://charts.example.org:8443/Stable/v1.2_x-y', true],
    ['oci://ghcr.io/example/charts', true],
    [`https://a.b/${'c'.repeat(500)}`, true],
    [`https://a.b/${'c'.repeat(501)}`, false],
    ['http://charts.example.org', false],
    ['ftp://charts.example.org', false],
    ['see https://charts.example.org', false],
    ['https://', false],
    ['https://Charts.example.org', false],
    ['https://-charts.example.org', false],
    ['https://charts.example.org-', false],
    ['https://user:word@charts.example.org', false],
    ['https://charts.example.org:', false],
    ['https://charts.example.org:123456', false],
    ['https://charts.example.org:x', false],
    ['https://charts.example.org/..', false],
    ['https://charts.example.org/a/../b', false],
    ['https://charts.example.org//a', false],
    ['https://charts.example.org/a?b', false],
    ['https://charts.example.org/a#b', false],
    ['https://charts.example.org/a%2fb', false],
  ])('takes the repository %j: %j', (address, isGood) => {
    expect(outline(checkChart({ ...good, repository: address }))).toEqual(
      isGood ? [] : ['error chart-invalid chart.repository'],
    );
  });

  it('says all that is wrong', () => {
    expect(
      checkChart({ name: 'A b', repository: 'charts', version: '^1.0.0' }),
    ).toMatchObject([
      {
        message: '“A b” cannot name a chart.',
        fix: expect.stringContaining('“qdrant”'),
        field: 'chart.name',
      },
      {
        message: '“charts” is no address of a chart repository.',
        fix: expect.stringContaining('“https://charts.example.org”'),
        field: 'chart.repository',
      },
      {
        message: '“^1.0.0” is no exact version of a chart.',
        fix: 'Write one version, such as “4.6.2”.',
        field: 'chart.version',
      },
    ]);
  });
});

describe('checkChartVersion', () => {
  const long = `1.0.0-${'a'.repeat(64)}+${'b'.repeat(57)}`;

  it.each([
    ['0.0.0', true],
    ['10.20.30', true],
    ['v4.6.2', true],
    ['123456789.123456789.123456789', true],
    ['1.2.3-rc.1-X', true],
    ['1.2.3+build.5-Z', true],
    ['1.2.3-rc.1+build.5', true],
    [`1.0.0-${'a'.repeat(64)}`, true],
    [`1.0.0+${'a'.repeat(64)}`, true],
    [long, true],
    [`${long}b`, false],
    [`1.0.0-${'a'.repeat(65)}`, false],
    [`1.0.0+${'a'.repeat(65)}`, false],
    ['1234567890.0.0', false],
    ['1.1234567890.0', false],
    ['', false],
    ['1', false],
    ['1.2', false],
    ['1.2.3.4', false],
    ['01.2.3', false],
    ['1.02.3', false],
    ['1.2.x', false],
    ['x1.2.3', false],
    ['1.2.3-', false],
    ['1.2.3+', false],
    ['1.2.3-a_b', false],
    ['1.2.3+a_b', false],
    ['~1.2.3', false],
    ['>=1.2.3', false],
    ['1.2.3 || 2.0.0', false],
    ['latest', false],
  ])('takes the version %j: %j', (version, isGood) => {
    expect(outline(checkChartVersion(version, 'version'))).toEqual(
      isGood ? [] : ['error chart-invalid version'],
    );
  });
});

describe('checkChartRepository', () => {
  it.each([
    ['https://charts.example.org', []],
    ['https://charts.example.org/', []],
    ['oci://charts.example.org', []],
    [
      'https://charts.example.org/wiki',
      ['warning chart-repository-new chart.repository'],
    ],
    [
      'https://charts.example.com',
      ['warning chart-repository-new chart.repository'],
    ],
    [
      'https:///charts.example.org',
      ['warning chart-repository-new chart.repository'],
    ],
  ])('says of %j %j', (address, expected) => {
    expect(outline(checkChartRepository(address, { model }))).toEqual(expected);
  });

  it('names the repository and what to make sure of', () => {
    expect(checkChartRepository('oci://ghcr.io/new', { model })).toMatchObject([
      {
        message:
          'No app of this platform takes charts from oci://ghcr.io/new yet.',
        fix: expect.stringContaining('trust who publishes there'),
      },
    ]);
  });
});
