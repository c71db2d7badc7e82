import { setTimeout as sleep } from 'node:timers/promises';
import {
  callTimeoutMilliseconds,
  calls,
  FaultLane,
  modes,
  type Fault,
} from './__testUtils__/FaultLane';

jest.setTimeout(900_000);

const faults: Fault[] = calls.flatMap(call =>
  modes.map(mode => ({ call, mode })),
);
/** Every set of two, with two of the same kind in a row among them. */
const pairs = faults.flatMap((first, i) =>
  faults.slice(i).map(second => [first, second]),
);

let lanes: FaultLane[];

beforeAll(async () => {
  lanes = await Promise.all([1, 2, 3].map(() => FaultLane.start()));
});

afterAll(async () => {
  await Promise.all(lanes.map(lane => lane.stop()));
});

async function expectOnePullRequest(lane: FaultLane, planned: Fault[]) {
  const { done, pullRequests } = await lane.request(planned);
  expect({
    planned,
    state: done.state,
    failure: done.failure,
    pullRequests: pullRequests.map(pull => ({
      number: pull.number,
      state: pull.state,
      labels: pull.labels,
      reviewers: pull.requestedReviewers,
    })),
  }).toEqual({
    planned,
    state: 'open',
    failure: undefined,
    pullRequests: [
      {
        number: done.pullRequest?.number,
        state: 'open',
        labels: ['portal'],
        reviewers: ['petra'],
      },
    ],
  });
}

it.each(faults)('survives $mode of $call', async fault => {
  await expectOnePullRequest(lanes[0], [fault]);
});

it('survives every two of these faults', async () => {
  const left = [...pairs];
  await Promise.all(
    lanes.map(async lane => {
      for (let pair = left.pop(); pair; pair = left.pop()) {
        await expectOnePullRequest(lane, pair);
      }
    }),
  );
});

it('leaves one pull request per request after late effects, too', async () => {
  await sleep(2 * callTimeoutMilliseconds);
  for (const lane of lanes) {
    const heads = lane.pullRequests().map(pull => pull.headBranch);
    expect(heads).toHaveLength(lane.requests);
    expect(new Set(heads).size).toBe(lane.requests);
  }
});
