import {
  infrastructure,
  monosense,
  monosenseRepository,
  planMonosense,
  route,
  workloadOn,
} from '../__testUtils__/monosenseFixture';
import { petra } from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { textsOf } from '../__testUtils__/textsOf';

const database: Operation = { type: 'add-database', app: 'notes', size: '5Gi' };
const whole = [workloadOn(['infra']), route, database];
const retire: Operation = {
  type: 'retire-app',
  app: 'notes',
  confirmation: 'notes',
};
const shared = 'kubernetes/workloads/platform/databases/cloudnative-pg';

describe('a database of a cluster that apps share', () => {
  const planned = planMonosense(whole);
  const there = applyEdits(monosenseRepository, planned.edits);

  it('leaves to people what nobody else does', () => {
    expect(planned.findings).toEqual([
      expect.objectContaining({
        code: 'database-by-hand',
        severity: 'warning',
        fix: expect.stringContaining(
          'kubernetes/infra/cloudnative-pg/notes and kubernetes/infra/notes/database',
        ),
      }),
    ]);
  });

  it('is read back, and changes nothing when asked again', () => {
    const model = readRepository(there, monosense);
    expect(model.findings).toEqual([]);
    expect(
      model.databases
        .filter(
          ({ name, cluster }) =>
            name.startsWith('notes') && cluster === 'infra',
        )
        .map(({ kind, name, postgresCluster }) => ({
          kind,
          name,
          postgresCluster,
        })),
    ).toEqual([
      { kind: 'Database', name: 'notes', postgresCluster: 'shared-postgres' },
      {
        kind: 'Pooler',
        name: 'notes-pooler',
        postgresCluster: 'shared-postgres',
      },
    ]);
    expect(planMonosense(whole, there)).toMatchObject({
      edits: [],
      findings: [],
    });
  });

  it.each([
    ['workload', workloadOn(['infra', 'apps'])],
    ['infrastructure', infrastructure],
  ])('leaves every byte when its app of the layout %s goes', (_name, app) => {
    const created = applyEdits(
      monosenseRepository,
      planMonosense([app, database]).edits,
    );
    const gone = planMonosense([retire], created);
    expect(
      gone.findings.map(({ code, severity, message }) =>
        severity === 'info' ? message : code,
      ),
    ).toContain(
      'What stays when notes is gone: the database notes of the shared cluster, and its role.',
    );
    expect(textsOf(applyEdits(created, gone.edits))).toEqual(
      textsOf(monosenseRepository),
    );
  });

  it('takes its pooler along that nobody lists any more', () => {
    const created = applyEdits(
      monosenseRepository,
      planMonosense([workloadOn(['infra']), database]).edits,
    );
    const list = `${shared}/kustomization.yaml`;
    const before = created.readText(list) ?? '';
    const unlisted = applyEdits(created, [
      {
        kind: 'change',
        path: list,
        before,
        after: before.replace('  - poolers/notes', '  # - poolers/notes'),
      },
    ]);
    const gone = planMonosense([retire], unlisted);
    expect(
      gone.findings.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
    const after = applyEdits(unlisted, gone.edits);
    expect([...after.files.keys()].sort()).toEqual(
      [...monosenseRepository.files.keys()].sort(),
    );
    expect(unlisted.readText(list)).not.toBe(before);
    expect(after.readText(list)).toBe(unlisted.readText(list));
  });

  it.each<[string, RepositorySnapshot, Operation, string]>([
    ['a second one', there, { ...database, name: 'other' }, 'database-taken'],
    [
      'a variable that is there',
      applyEdits(
        monosenseRepository,
        planMonosense([workloadOn(['infra'])]).edits,
      ),
      { ...database, env: 'STRICT' },
      'env-name-duplicate',
    ],
  ])('refuses %s', (_what, before, operation, code) => {
    const { findings, edits } = planMonosense([operation], before);
    expect(edits).toEqual([]);
    expect(findings).toContainEqual(
      expect.objectContaining({ code, severity: 'error' }),
    );
  });

  it('is refused where a cluster of the app does not deploy the PostgreSQL', () => {
    const path = 'kubernetes/clusters/apps/databases.yaml';
    const { findings, edits } = planMonosense(
      [workloadOn(['infra', 'apps']), database],
      applyEdits(monosenseRepository, [
        {
          kind: 'delete',
          path,
          before: monosenseRepository.readText(path) ?? '',
        },
      ]),
    );
    expect(findings).toEqual([
      expect.objectContaining({ code: 'database-cluster-missing' }),
    ]);
    expect(edits.filter(edit => edit.path.startsWith(shared))).toEqual([]);
  });

  it('is never another app’s: not by its name, and not when an app of that name goes', () => {
    const named = planMonosense([
      workloadOn(['infra']),
      { ...database, name: 'ledger' },
    ]);
    expect(named.findings.map(({ code }) => code)).toEqual(['database-taken']);
    expect(named.edits.filter(({ path }) => path.startsWith(shared))).toEqual(
      [],
    );
    const gone = planMonosense(
      [{ type: 'retire-app', app: 'ledger', confirmation: 'ledger' }],
      monosenseRepository,
      petra,
    );
    expect(gone.edits.length).toBeGreaterThan(0);
    expect(gone.edits.filter(({ path }) => path.startsWith(shared))).toEqual(
      [],
    );
  });
});
