import fc from 'fast-check';
import {
  pitowerRepository,
  pitowerRequest,
  planPitower,
} from '../__testUtils__/pitowerFixture';
import { ada, petra } from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import { applyEdits } from '../snapshot/applyEdits';
import { createSnapshot } from '../snapshot/createSnapshot';
import { textsOf } from '../__testUtils__/textsOf';

const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,16}[a-z0-9]$/);

/** Requests for a new app, with any choice of what belongs to one. */
const request: fc.Arbitrary<Operation[]> = fc
  .record({
    short: label.map(name => `x${name}`),
    category: fc.constantFrom('selfhosted', 'media'),
    parts: fc
      .subarray(pitowerRequest.slice(1))
      // A link opens a host that there is.
      .filter(
        parts =>
          !parts.some(({ type }) => type === 'add-dashboard-entry') ||
          parts.some(({ type }) => type === 'add-route'),
      ),
    group: fc.constantFrom('Reading', 'Media', 'Of its own'),
    purposes: fc.uniqueArray(fc.constantFrom('replicated', 'local', 'shared')),
    hasVariables: fc.boolean(),
  })
  .map(({ short, category, parts, purposes, hasVariables, group }) => {
    const app = `${category}-${short}`;
    const [create] = pitowerRequest;
    if (create.type !== 'create-app') throw new Error('no app is created');
    return [
      {
        ...create,
        app,
        category,
        env: hasVariables ? create.env : [],
        storage: purposes.map(purpose => ({
          name: `${purpose}-data`,
          mountPath: `/mnt/${purpose}`,
          size: '1Gi',
          purpose,
        })),
      },
      ...parts.map((operation): Operation => {
        switch (operation.type) {
          case 'add-route':
            return { ...operation, app, host: `${short}.pitower.link` };
          case 'add-secret':
            return {
              ...operation,
              app,
              entries: [{ env: 'TOKEN', key: `/${category}/${short}/TOKEN` }],
            };
          case 'add-dashboard-entry':
            return {
              ...operation,
              app,
              group,
              host: `${short}.pitower.link`,
            };
          default:
            return { ...operation, app };
        }
      }),
    ];
  });

describe('a plan by a profile of ApplicationSets', () => {
  it('leaves every byte as it was when what it created is retired', () => {
    fc.assert(
      fc.property(request, fc.boolean(), (operations, isOpenEnded) => {
        const [{ app }] = operations;
        const files = textsOf(pitowerRepository);
        const before = isOpenEnded
          ? createSnapshot({
              commit: pitowerRepository.commit,
              files: Object.fromEntries(
                Object.entries(files).map(([path, text]) => [
                  path,
                  text.trimEnd(),
                ]),
              ),
            })
          : pitowerRepository;
        const created = planPitower(operations, before);
        expect(created.findings).toEqual([]);
        const there = applyEdits(before, created.edits);
        expect(planPitower(operations, there)).toMatchObject({
          edits: [],
          findings: [],
        });
        const retire: Operation[] = [
          { type: 'retire-app', app, confirmation: app },
        ];
        const retired = planPitower(retire, there);
        expect(
          retired.findings
            .filter(({ severity }) => severity !== 'info')
            .map(({ code }) => code),
        ).toEqual(
          operations.some(({ type }) => type === 'add-database')
            ? ['database-deleted']
            : [],
        );
        const after = applyEdits(there, retired.edits);
        expect(textsOf(after)).toEqual(textsOf(before));
      }),
      { numRuns: 15 },
    );
  });

  it('refuses what is another app’s: its keys, its hosts on either gateway, its name', () => {
    const [create] = pitowerRequest;
    const codes = (operations: Operation[]) =>
      planPitower(operations, pitowerRepository, petra).findings.map(
        ({ code }) => code,
      );
    const app = 'selfhosted-feeds';
    const key = (text: string): Operation => ({
      type: 'add-secret',
      app,
      entries: [{ env: 'TOKEN', key: text }],
    });
    expect(codes([key('/media/player/TOKEN')])).toEqual(['secret-key-foreign']);
    expect(codes([key('/selfhosted/feeds/../player/X')])).toEqual([
      'secret-key-invalid',
    ]);
    expect(codes([key('/selfhosted/feedsmore/TOKEN')])).toEqual([
      'secret-key-foreign',
    ]);
    const route = (exposure: string): Operation => ({
      type: 'add-route',
      app,
      host: 'player.pitower.link',
      path: '/',
      exposure,
    });
    expect(codes([route('internal')])).toEqual(['host-taken']);
    expect(codes([route('external')])).toEqual(['host-taken']);
    expect(codes([route('direct')])).toEqual(['exposure-unknown']);
    if (create.type !== 'create-app') throw new Error('no app is created');
    expect(codes([{ ...create, app }])).toEqual(['app-name-taken']);
    expect(codes([{ ...create, app: 'notes' }])).toEqual(['app-name-invalid']);
    expect(
      codes([{ ...create, app: 'media-notes', category: 'selfhosted' }]),
    ).toEqual(['app-name-invalid']);
    expect(
      codes([{ ...create, app: 'banking-notes', category: 'banking' }]),
    ).toEqual(['not-wired']);
    expect(
      planPitower(
        [{ type: 'set-image', app: 'networking-gateways', image: 'a/b:1' }],
        pitowerRepository,
        ada,
      ).findings.map(({ code }) => code),
    ).toEqual(['owner-foreign']);
  });
});
