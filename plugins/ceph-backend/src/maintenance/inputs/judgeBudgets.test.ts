import { combine } from '../__testUtils__/combine';
import { firstOf } from '../__testUtils__/firstOf';
import { buildPod, known } from '../__testUtils__/healthyCluster';
import { judgeInput } from '../__testUtils__/judgeInput';
import { judgeBudgets } from './judgeBudgets';

it('leaves to Longhorn what serves its replicas', () => {
  const labels = { 'longhorn.io/component': 'instance-manager' };
  const pods = known([
    buildPod('longhorn-system', 'instance-manager-1', 'worker-01', { labels }),
  ]);
  const selector = { matchLabels: labels, matchExpressions: [] };
  const budget = { namespace: 'longhorn-system', name: 'instance-manager-1' };
  expect(
    judgeInput(judgeBudgets, {
      pods,
      budgets: known([{ ...budget, selector, allowed: 0 }]),
    }).reason,
  ).toBe('budgets-none');
});

it('looks at how many pods each disruption budget lets go', () => {
  const selector = { matchLabels: { app: 'wiki' }, matchExpressions: [] };
  const wiki = [0, 1, 2].map(at => buildPod('wiki', `wiki-${at}`, 'worker-01'));
  const counts = [undefined, 0, 1, 2, 3];
  for (const allowed of counts) {
    for (const [pods, second] of combine([1, 2, 3], [false, true])) {
      const budget = { namespace: 'wiki', name: 'wiki', selector, allowed };
      const { reason } = judgeInput(judgeBudgets, {
        pods: known(wiki.slice(0, Number(pods))),
        budgets: known([
          budget,
          { ...budget, name: 'other', namespace: 'elsewhere', allowed: 0 },
          { ...budget, name: 'nothing', selector: undefined, allowed: 0 },
          ...(second ? [{ ...budget, name: 'second' }] : []),
        ]),
      });
      const expected = firstOf(
        [
          [allowed === 0, 'budgets-allow-none'],
          [second, 'budgets-overlap'],
          [allowed === undefined, 'budgets-not-counted'],
          [
            allowed !== undefined && Number(pods) > allowed,
            'budgets-one-by-one',
          ],
        ],
        'budgets-allow',
      );
      expect([allowed, pods, second, reason]).toEqual([
        allowed,
        pods,
        second,
        expected,
      ]);
    }
  }
  expect(
    judgeInput(judgeBudgets, {
      pods: known([
        buildPod('wiki', 'wiki-0', 'worker-01', { kind: 'daemon' }),
        buildPod('wiki', 'wiki-1', 'worker-02'),
      ]),
    }).reason,
  ).toBe('budgets-none');
});
