import type { Plan } from '../../plan/Plan';
import { applyEdits } from '../../snapshot/applyEdits';
import type { RepositorySnapshot } from '../../snapshot/RepositorySnapshot';
import { ada } from '../readFixture';
import type { AppLife, LifeStep } from './AppLife';

export interface LivedStep extends LifeStep {
  before: RepositorySnapshot;
  plan: Plan;
  after: RepositorySnapshot;
  /** The same, asked for once more. */
  again: Plan;
}

/** Plans each step on what the one before left behind. */
export function liveThrough({ platform, steps }: AppLife): LivedStep[] {
  let before = platform.repository;
  return steps.map(step => {
    const { operation, requester = ada } = step;
    const plan = platform.plan([operation], before, requester);
    const after = applyEdits(before, plan.edits);
    const again = platform.plan([operation], after, requester);
    const lived = { ...step, before, plan, after, again };
    before = after;
    return lived;
  });
}
