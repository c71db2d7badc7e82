import {
  monosenseRepository,
  planMonosense,
  route,
  workloadOn,
} from '../__testUtils__/monosenseFixture';
import { withFiles } from '../__testUtils__/withFiles';
import type { Operation } from '../operation/Operation';
import { applyEdits } from '../snapshot/applyEdits';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';

const file = 'kubernetes/clusters/infra/cluster-settings.yaml';
const variable = '  NOTES_HOST: "notes.monosense.io"\n';

function after(operations: Operation[], before: RepositorySnapshot) {
  const { findings, edits } = planMonosense(operations, before);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return applyEdits(before, edits);
}
const create = (app: string): Operation[] => [
  { ...workloadOn(['infra']), app },
  { ...route, app, host: `${app}.monosense.io` },
];
const retire: Operation = {
  type: 'retire-app',
  app: 'notes',
  confirmation: 'notes',
};

const settings = monosenseRepository.readText(file) ?? '';
const there = after(create('notes'), monosenseRepository);

describe('variables of a cluster when their app goes', () => {
  it('go where only its files use them', () => {
    expect(there.readText(file)).toBe(settings + variable);
    expect(after([retire], there).readText(file)).toBe(settings);
  });

  it('stay where nobody uses them: who knows what they are for', () => {
    const unused = '  NOTES_MODE: quiet\n';
    const before = withFiles(there, texts => ({
      [file]: texts[file] + unused,
    }));
    expect(after([retire], before).readText(file)).toBe(settings + unused);
  });

  it('stay where another file uses them as well', () => {
    const before = withFiles(there, () => ({
      'kubernetes/workloads/tenants/ledger/links.yaml':
        '# See https://${NOTES_HOST}/\n',
    }));
    expect(after([retire], before).readText(file)).toBe(settings + variable);
  });

  it('stay where they are of an app whose name begins alike', () => {
    const web = after(create('notes-web'), monosenseRepository);
    const both = after(create('notes'), web);
    expect(both.readText(file)).toContain(variable);
    expect(after([retire], both).readText(file)).toBe(web.readText(file));
  });
});
