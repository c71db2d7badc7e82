import { outline } from '../__testUtils__/outline';
import { plan, repository } from '../__testUtils__/readFixture';
import { withFiles } from '../__testUtils__/withFiles';
import type { OperationOf } from '../operation/Operation';

const file = 'k8s/journal/deployment.yaml';
const other = 'k8s/journal/worker.yaml';

/** The app's Deployment with these containers, and another one with those. */
function snapshotOf(
  [name, containers]: [string, string[]],
  further?: [string, string[]],
) {
  const deployment = (text: string, called: string, of: string[]) => {
    const [head] = text.split('      containers:\n');
    const items = of.map(
      container =>
        `        - name: ${container}\n          image: ghcr.io/example/${container}:1\n`,
    );
    return `${head.replace('  name: journal\n', `  name: ${called}\n`)}      containers:\n${items.join('')}`;
  };
  return withFiles(repository, texts => ({
    [file]: deployment(texts[file], name, containers),
    ...(further ? { [other]: deployment(texts[file], ...further) } : {}),
  }));
}

const setImage: OperationOf<'set-image'> = {
  type: 'set-image',
  app: 'journal',
  image: 'ghcr.io/example/journal:2',
};

describe('what a change of an app means', () => {
  it.each<
    [
      string,
      Parameters<typeof snapshotOf>,
      Partial<typeof setImage>,
      string,
      string,
    ]
  >([
    ['the only container', [['journal', ['web']]], {}, file, 'web:1'],
    [
      'the container called as the app',
      [['journal', ['proxy', 'journal']]],
      {},
      file,
      'journal:1',
    ],
    [
      'the container that is named',
      [['journal', ['journal', 'proxy']]],
      { container: 'proxy' },
      file,
      'proxy:1',
    ],
    [
      'the workload called as the app',
      [
        ['journal', ['a']],
        ['worker', ['b']],
      ],
      {},
      file,
      'a:1',
    ],
    [
      'the workload that is named',
      [
        ['journal', ['a']],
        ['worker', ['b']],
      ],
      { workload: 'worker' },
      other,
      'b:1',
    ],
  ])('is %s', (_, given, named, path, image) => {
    const snapshot = snapshotOf(...given);
    const before = snapshot.readText(path) ?? '';
    const { findings, edits } = plan(
      [{ ...setImage, ...named }],
      undefined,
      snapshot,
    );
    expect(findings).toEqual([]);
    expect(edits).toEqual([
      {
        kind: 'change',
        path,
        before,
        after: before.replace(`ghcr.io/example/${image}`, setImage.image),
      },
    ]);
  });

  const container = `error container-unknown container ${file}`;
  const workload = 'error workload-unknown workload';
  it.each<
    [Parameters<typeof snapshotOf>, Partial<typeof setImage>, string, string]
  >([
    [
      [['journal', ['a', 'b']]],
      {},
      container,
      'journal has the containers a, b, so',
    ],
    [
      [['journal', ['a', 'b']]],
      { container: 'c' },
      container,
      'the containers a, b',
    ],
    [
      [
        ['api', ['a']],
        ['worker', ['b']],
      ],
      {},
      workload,
      'k8s/journal holds the workloads api, worker, so',
    ],
    [
      [['journal', ['a']]],
      { workload: 'worker' },
      workload,
      'the workloads journal',
    ],
  ])('is asked for with %j and %j', (given, named, finding, message) => {
    const { findings, edits } = plan(
      [{ ...setImage, ...named }],
      undefined,
      snapshotOf(...given),
    );
    expect(outline(findings)).toEqual([finding]);
    expect(findings[0].message).toContain(message);
    expect(edits).toEqual([]);
  });
});
