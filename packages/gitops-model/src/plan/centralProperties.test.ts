import fc from 'fast-check';
import {
  central,
  centralRepository,
  notes,
  planCentral,
} from '../__testUtils__/centralFixture';
import { textsOf } from '../__testUtils__/textsOf';
import { checkChange } from '../checks/crossFile/checkChange';
import type { Operation } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';

const label = fc.stringMatching(/^x[a-z0-9-]{0,12}[a-z0-9]$/);
const domain = fc.constantFrom('harbour.example.org', 'office.example.org');
const hosts = fc.uniqueArray(
  fc.tuple(label, domain).map(parts => parts.join('.')),
  { minLength: 4, maxLength: 4 },
);

/** Two apps with two hosts each; one app's name may begin as the other's. */
const request = fc
  .record({ name: label, end: label, isBeginning: fc.boolean(), hosts })
  .map(({ name, end, isBeginning, hosts: [a, b, c, d] }) => [
    { app: name, hosts: [a, b] },
    { app: isBeginning ? `${name}-${end}` : `y${end}`, hosts: [c, d] },
  ]);

function operationsFor({ app, hosts: all }: { app: string; hosts: string[] }) {
  const routes = all.map((host): Operation => ({
    type: 'add-route',
    app,
    host,
    path: '/',
  }));
  return [{ ...notes, app }, ...routes];
}

function retire(app: string): Operation[] {
  return [{ type: 'retire-app', app, confirmation: app }];
}

describe('apps in central directories', () => {
  it('are read as asked for, moved, and retired without a trace, whatever others are called', () => {
    fc.assert(
      fc.property(request, ([one, other]) => {
        const first = planCentral(operationsFor(one));
        expect(first.findings).toEqual([]);
        const alone = applyEdits(centralRepository, first.edits);
        const second = planCentral(operationsFor(other), alone);
        expect(second.findings).toEqual([]);
        const both = applyEdits(alone, second.edits);
        expect(planCentral(operationsFor(one), both).edits).toEqual([]);
        expect(planCentral(operationsFor(other), both).edits).toEqual([]);
        const { routes } = readRepository(both, central);
        for (const { app, hosts: all } of [one, other]) {
          expect(
            routes
              .filter(route => route.app === app)
              .flatMap(({ hostnames }) => hostnames)
              .sort(),
          ).toEqual([...all].sort());
        }
        expect(
          checkChange({
            head: both,
            profile: central,
            since: { fork: centralRepository, base: centralRepository },
          }),
        ).toEqual([]);

        const [host] = other.hosts;
        const newHost = host.replace(/^x/, 'z');
        const change: Operation[] = [
          { type: 'change-route', app: other.app, host, newHost },
        ];
        const moved = planCentral(change, both);
        expect(moved.findings).toEqual([]);
        const there = applyEdits(both, moved.edits);
        expect(planCentral(change, there).edits).toEqual([]);
        const gone = planCentral(retire(other.app), there);
        const left = applyEdits(there, gone.edits);
        expect(textsOf(left)).toEqual(textsOf(alone));
        expect(
          textsOf(applyEdits(left, planCentral(retire(one.app), left).edits)),
        ).toEqual(textsOf(centralRepository));
      }),
      { numRuns: 15 },
    );
  });
});
