import {
  createSnapshot,
  operationsSchema,
  type RepositorySnapshot,
} from '@internal/gitops-model';
import { createAppBody } from '../__testUtils__/operations';
import { PlanMemory } from './PlanMemory';
import type { PlannedChange, PlanRequest } from './Planner';

const snapshot = createSnapshot({ commit: 'a'.repeat(40), files: {} });

function request(change: Partial<PlanRequest> = {}): PlanRequest {
  return {
    platform: 'edgit-k8s',
    operations: operationsSchema.parse(createAppBody('wiki').operations),
    requester: {
      ref: 'user:default/ada',
      groups: ['group:default/atlas'],
      platformTeam: false,
    },
    template: { name: 'new-service', version: '1' },
    ...change,
  };
}

let memory: PlanMemory;
let made: number;

beforeEach(() => {
  memory = new PlanMemory();
  made = 0;
});

function plan(from: RepositorySnapshot, of: PlanRequest): PlannedChange {
  return memory.plan(from, of, () => {
    made += 1;
    return { baseCommit: from.commit, tree: '', edits: [], findings: [] };
  });
}

it('plans the same request on the same snapshot once', () => {
  const first = plan(snapshot, request());
  expect(plan(snapshot, request())).toBe(first);
  expect(made).toBe(1);
});

it.each([
  ['snapshot', createSnapshot({ commit: 'b'.repeat(40), files: {} }), {}],
  ['platform', snapshot, { platform: 'pitower' }],
  [
    'operations',
    snapshot,
    { operations: operationsSchema.parse(createAppBody('blog').operations) },
  ],
  [
    'groups of who asks',
    snapshot,
    { requester: { ...request().requester, groups: [] } },
  ],
  [
    'rights of who asks',
    snapshot,
    { requester: { ...request().requester, platformTeam: true } },
  ],
  [
    'version of the template',
    snapshot,
    { template: { name: 'new-service', version: '2' } },
  ],
])('plans anew for another %s', (_what, from, change) => {
  const first = plan(snapshot, request());
  expect(plan(from, request(change))).not.toBe(first);
  expect(made).toBe(2);
});

it('keeps the twenty plans used last', () => {
  const of = (index: number) => request({ platform: `platform-${index}` });
  for (let index = 0; index < 20; index += 1) plan(snapshot, of(index));
  plan(snapshot, of(0));
  plan(snapshot, of(20));
  expect(made).toBe(21);
  plan(snapshot, of(0));
  expect(made).toBe(21);
  plan(snapshot, of(1));
  expect(made).toBe(22);
});

it('renders the edits of a remembered plan once, and others for themselves', () => {
  const { edits } = plan(snapshot, request());
  const render = (of = edits) =>
    memory.objects(snapshot, of, () => ({ changes: [], unread: [] }));
  const first = render();
  expect(render()).toBe(first);
  expect(render([...edits])).not.toBe(first);
});
