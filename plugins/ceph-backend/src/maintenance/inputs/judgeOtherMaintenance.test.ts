import type { Reading } from '@internal/plugin-ceph-common';
import { combine } from '../__testUtils__/combine';
import { firstOf } from '../__testUtils__/firstOf';
import {
  buildMachine,
  CONTROL_PLANES,
  known,
} from '../__testUtils__/healthyCluster';
import { judgeInput } from '../__testUtils__/judgeInput';
import { judgeOtherMaintenance } from './judgeOtherMaintenance';

const SILENT: Reading<never> = { known: false, reason: 'not-reachable' };

it('wants every other machine up and taking pods', () => {
  const states = combine(
    [known(true), known(false), SILENT],
    [false, true],
    [known(false), known(true), SILENT],
  );
  for (const [ready, cordoned, changing] of states) {
    const machine = {
      ...buildMachine('control-03', 'controlplane'),
      ready,
      cordoned,
      changing,
    };
    const machines = known([
      buildMachine('worker-01', 'worker'),
      ...CONTROL_PLANES.slice(0, 2).map(name =>
        buildMachine(name, 'controlplane'),
      ),
      machine,
    ]);
    const isAway =
      cordoned ||
      (ready.known && !ready.value) ||
      (changing.known && changing.value);
    const expected = firstOf(
      [
        [isAway, 'other-machines'],
        [ready.known && changing.known, 'other-none'],
      ],
      'unread-not-reachable',
    );
    expect(judgeInput(judgeOtherMaintenance, { machines }).reason).toBe(
      expected,
    );
    // Its own state does not count against it, but must be known.
    expect(
      judgeInput(judgeOtherMaintenance, { machines }, 'control-03').reason,
    ).toBe(
      ready.known && changing.known ? 'other-none' : 'unread-not-reachable',
    );
  }
});

it('sees Rook drain a part of Ceph before Kubernetes has counted its budget', () => {
  expect(
    judgeInput(judgeOtherMaintenance, {
      budgets: known([
        { namespace: 'rook-ceph', name: 'rook-ceph-osd-host-worker-02' },
      ]),
    }).reason,
  ).toBe('other-drain');
});
