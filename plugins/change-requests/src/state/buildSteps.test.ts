import { buildDetail } from '../__testUtils__/requests';
import { buildSteps } from './buildSteps';

const approved = { at: '2026-03-01T11:00:00.000Z', event: 'approved' } as const;
const pullRequest = {
  number: 12,
  url: 'https://forge.example/pull/12',
  branch: 'portal/paperless',
};
const merged = { ...pullRequest, mergeCommit: 'abc' };

it.each([
  ['draft', {}, 'current todo todo todo todo todo'],
  ['open', { pullRequest }, 'done current todo todo todo todo'],
  ['approved', { pullRequest }, 'done done current todo todo todo'],
  ['merged', { timeline: [approved] }, 'done done done current todo todo'],
  ['syncing', { timeline: [] }, 'done done skipped done current todo'],
  ['healthy', { timeline: [approved] }, 'done done done done done done'],
  ['closed', { pullRequest }, 'done stopped todo todo todo todo'],
  ['failed', { pullRequest: undefined }, 'stopped todo todo todo todo todo'],
  [
    'failed',
    { pullRequest, timeline: [approved] },
    'done done stopped todo todo todo',
  ],
  [
    'failed',
    { pullRequest: merged, timeline: [approved] },
    'done done done done stopped todo',
  ],
] as const)('draws %s %j as %s', (state, parts, expected) => {
  const steps = buildSteps({
    ...buildDetail({}),
    ...parts,
    timeline: 'timeline' in parts ? [...parts.timeline] : [],
    state,
  });
  expect(steps.map(step => step.status).join(' ')).toBe(expected);
});
