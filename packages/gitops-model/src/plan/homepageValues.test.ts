import { createApp, plan } from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';

const host = 'notes.exitthecloud.eu';
const app: Operation[] = [
  createApp,
  { type: 'add-route', app: 'notes', host, path: '/' },
];
describe('a link on Homepage in the values of its chart', () => {
  it('is refused where another one has its title', () => {
    const { findings } = plan([
      ...app,
      {
        type: 'add-dashboard-entry',
        app: 'notes',
        title: 'Tides',
        group: 'Infrastructure',
        host,
      },
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['dashboard-title-taken']);
  });
});
