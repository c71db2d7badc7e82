import { ada, createApp, plan, repository } from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import { applyEdits } from '../snapshot/applyEdits';

const file = 'k8s/homepage/values.yaml';
const before = repository.readText(file) ?? '';
const host = 'notes.exitthecloud.eu';
const app: Operation[] = [
  createApp,
  { type: 'add-route', app: 'notes', host, path: '/' },
];
const link = (group: string): Operation => ({
  type: 'add-dashboard-entry',
  app: 'notes',
  title: 'Notes',
  group,
  host,
  icon: 'notes.svg',
});

describe('a link on Homepage in the values of its chart', () => {
  it.each([
    [
      'behind the last one of its heading',
      'Documents',
      [
        '          - Notes:',
        '              icon: notes.svg',
        `              href: https://${host}`,
      ],
    ],
    [
      'under a heading of its own',
      'Office',
      [
        '      - Office:',
        '          - Notes:',
        '              icon: notes.svg',
        `              href: https://${host}`,
      ],
    ],
  ])('is written %s, once, and goes with its app', (_where, group, lines) => {
    const { edits, findings } = plan([...app, link(group)]);
    expect(findings).toEqual([]);
    const there = applyEdits(repository, edits);
    const after = there.readText(file) ?? '';
    const added = `${lines.join('\n')}\n`;
    expect(after).toContain(added);
    expect(after.replace(added, '')).toBe(before);
    expect(plan([link(group)], ada, there)).toMatchObject({
      edits: [],
      findings: [],
    });
    const gone = plan(
      [{ type: 'retire-app', app: 'notes', confirmation: 'notes' }],
      ada,
      there,
    );
    expect(applyEdits(there, gone.edits).readText(file)).toBe(before);
  });

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
