import { checkManifests } from '../checks/schemas/checkManifests';
import { isCreation } from '../operation/isCreation';
import { operationSchema } from '../operation/Operation';
import type { AppLife, LifeStep } from '../__testUtils__/goldens/AppLife';
import { appLives } from '../__testUtils__/goldens/appLives';
import {
  describeFinding,
  describePlan,
} from '../__testUtils__/goldens/describePlan';
import { deployableTree } from '../__testUtils__/goldens/deployableTree';
import {
  expectGolden,
  listGoldens,
} from '../__testUtils__/goldens/expectGolden';
import {
  type LivedStep,
  liveThrough,
} from '../__testUtils__/goldens/liveThrough';
import { RenderedTrees } from '../__testUtils__/goldens/RenderedTrees';
import { findKustomize } from '../__testUtils__/kustomizeBuild';
import { ada, petra } from '../__testUtils__/readFixture';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { textsOf } from '../__testUtils__/textsOf';

/**
 * Each operation on each layout of the shipped profiles. What is planned lies in
 * `__goldens__`, to be read as a reviewer reads a pull request; write it anew with
 * `CI= UPDATE_GOLDENS=yes yarn workspace @internal/gitops-model test
 * --watchAll=false goldens`, and read what that changes. What a plan is for stands in the lives themselves: it is
 * held against what a real kustomize makes of the tree before and after.
 */

const kustomize = findKustomize();
const builds = typeof kustomize === 'function';
if (!builds) {
  process.stderr.write(`Skipped real builds: ${kustomize.missing}.\n`);
}

/** All lives begin in the same trees. */
const rendered = new RenderedTrees();

describe.each(appLives)('$platform.name as $name', life => {
  const { platform, steps, refused } = life;
  let lived: LivedStep[] = [];
  const titled = steps.map((step, index) => ({ title: nameOf(step), index }));
  const problemsOf = (snapshot: RepositorySnapshot) =>
    readRepository(snapshot, platform.profile).findings.map(
      ({ message }) => message,
    );
  const treeOf = (snapshot: RepositorySnapshot) =>
    deployableTree(snapshot, platform.plainDirectories);

  beforeAll(async () => {
    lived = liveThrough(life);
    if (!builds) return;
    await rendered.add([
      treeOf(platform.repository),
      ...lived.map(({ after }) => treeOf(after)),
    ]);
  }, 60_000);

  it.each(titled)(
    'plans $title as its golden file says',
    ({ title, index }) => {
      const { plan, again, after } = lived[index];
      const { edits } = plan;
      expectGolden(
        `${directoryOf(life)}/${title}.diff`,
        describePlan({
          edits,
          findings: [...plan.findings, ...checkManifests(edits)],
        }),
      );
      expect(edits).not.toEqual([]);
      expect(plan.findings.map(({ severity }) => severity)).not.toContain(
        'error',
      );
      expect(again.edits).toEqual([]);
      expect(problemsOf(after)).toEqual(problemsOf(platform.repository));
    },
  );

  (builds ? describe : describe.skip)('by real kustomize', () => {
    it.each(titled)('deploys by $title what it is for', ({ index }) => {
      const { before, after, rendered: intended } = lived[index];
      expect(rendered.difference(treeOf(before), treeOf(after))).toEqual(
        intended,
      );
    });
  });

  if (refused.length > 0) {
    it('is refused what its layout has no form for', () => {
      const { before } = lived[lived.length - 1];
      const findings = refused.map(operation => {
        const plan = platform.plan([operation], before, petra);
        expect(plan.edits).toEqual([]);
        expect(plan.findings.map(({ severity }) => severity)).toContain(
          'error',
        );
        return `${operation.type}: ${plan.findings.map(describeFinding).join('')}`;
      });
      expectGolden(`${directoryOf(life)}/refused.txt`, findings.join(''));
    });
  }

  if (isCreation(steps[0].operation)) {
    it('is the same with all that it begins with asked for at once', () => {
      const isFurther = ({ operation }: LivedStep) =>
        !isCreation(operation) && !operation.type.startsWith('add-');
      const first = lived.findIndex(isFurther);
      const operations = steps.slice(0, first).map(step => step.operation);
      const { edits } = platform.plan(operations, platform.repository, ada);
      expect(textsOf(applyEdits(platform.repository, edits))).toEqual(
        textsOf(lived[first].before),
      );
    });

    it('is gone at its end, to the byte', () => {
      const { after } = lived[lived.length - 1];
      expect(textsOf(after)).toEqual(textsOf(platform.repository));
    });
  }
});

const platforms = [...new Set(appLives.map(({ platform }) => platform))];
const layouts = platforms.flatMap(platform =>
  platform.profile.layouts.map(layout => ({ platform, layout: layout.name })),
);

it.each(layouts)(
  'shows every operation on $platform.name as $layout',
  ({ platform, layout }) => {
    const asked = appLives
      .filter(life => life.platform === platform && life.layout === layout)
      .flatMap(({ steps, refused }) => [
        ...steps.map(({ operation }) => operation.type),
        ...refused.map(({ type }) => type),
      ]);
    expect([...new Set(asked)].sort()).toEqual(
      operationSchema.options.map(({ shape }) => shape.type.value).sort(),
    );
  },
);

it('holds something against every golden file', () => {
  const expected = appLives.flatMap(life => [
    ...life.steps.map(step => `${directoryOf(life)}/${nameOf(step)}.diff`),
    ...(life.refused.length > 0 ? [`${directoryOf(life)}/refused.txt`] : []),
  ]);
  expect(listGoldens()).toEqual(expected.sort());
});

function directoryOf({ platform, name }: AppLife): string {
  return `${platform.name}/${name}`;
}

function nameOf({ name, operation }: LifeStep): string {
  return name ?? operation.type;
}
