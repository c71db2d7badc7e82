import { NotAllowedError } from '@backstage/errors';
import { setWindowWidth } from '@internal/portal-ui/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildChain } from '../__testUtils__/buildChain';
import { buildEntity } from '../__testUtils__/buildEntity';
import {
  buildNodeMaintenance,
  buildPlan,
} from '../__testUtils__/buildMaintenance';
import { createBackend, renderPage } from '../__testUtils__/renderPage';

const machine = buildEntity(
  'Resource',
  'pitower.worker-02',
  'talos-node',
  'worker-02',
);
const machinePath = '/catalog/default/resource/pitower.worker-02/maintenance';

beforeEach(() => {
  localStorage.clear();
  setWindowWidth(1400);
});

const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

function showMachine(
  verdict: Parameters<typeof buildNodeMaintenance>[0],
  language = 'en',
) {
  const api = createBackend({
    getNodeMaintenance: async () => buildNodeMaintenance(verdict),
    getChain: async () => buildChain(3),
  });
  renderPage(machinePath, api, { entities: [machine], language });
  return api;
}

describe('can this machine go down?', () => {
  it.each([
    ['safe', 'Safe', []],
    [
      'safe-after-steps',
      'Safe after steps',
      [
        /^Data on Ceph: .*Set noout.* none\.$/,
        /^Volumes on this machine only:/,
      ],
    ],
    [
      'unsafe',
      'Unsafe',
      [
        /^Data on Ceph: Pools lose a copy/,
        /^Repair in Ceph: Some placement groups are not clean \(12\)/,
      ],
    ],
    [
      'unknown',
      'Unknown',
      [/^Etcd: No source that would know/, /^Data on Ceph: .*too old/],
    ],
  ] as const)('answers %s and says why', async (verdict, words, reasons) => {
    const api = showMachine(verdict);
    const head = await region('Can worker-02 go down?');
    expect(head.getByRole('status')).toHaveTextContent(words);
    expect(head.queryAllByRole('listitem').map(li => li.textContent)).toEqual(
      reasons.map(reason => expect.stringMatching(reason)),
    );
    expect(api.getNodeMaintenance.mock.calls[0][0]).toEqual({
      platform: 'pitower',
      cluster: 'pitower',
      node: 'worker-02',
    });
  });

  it('lists every input with its result, values, subjects, source and age', async () => {
    showMachine('unknown');
    const rows = (await region('Every input')).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(11);
    const cells = (row: HTMLElement) =>
      within(row)
        .getAllByRole('gridcell')
        .map(cell => cell.textContent);
    expect(cells(rows[1])).toEqual([
      'Not known',
      'What is known is too old to rely on.',
      expect.stringMatching(/^Rook’s resources old now$/),
    ]);
    expect(
      within(rows[2]).getByText(
        'Without this machine 2 of 3 monitors stay; 2 are needed.',
      ),
    ).toBeVisible();
    const local = rows.find(row =>
      /this machine only/.test(row.textContent ?? ''),
    );
    expect(local).toHaveTextContent('databases/postgres-1');
  });

  it('shows the commands in order, to be copied one by one, and runs nothing', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    showMachine('safe-after-steps');
    const steps = await region('Steps, in order');
    expect(steps.getByText(/The portal runs none of this/)).toBeVisible();
    const phase = (name: string) =>
      within(steps.getByRole('list', { name }))
        .getAllByRole('listitem')
        .map(li => li.querySelector('code')?.textContent);
    expect(phase('Before')).toEqual([
      'ceph osd ok-to-stop 1',
      'ceph osd set-group noout worker-02',
      undefined,
      'kubectl cordon worker-02',
      'kubectl drain worker-02 --ignore-daemonsets --delete-emptydir-data --timeout=15m',
    ]);
    expect(phase('While it is down')).toEqual([
      'talosctl -n 10.20.0.32 shutdown',
    ]);
    expect(phase('After')).toEqual(['kubectl uncordon worker-02']);
    await user.click(
      steps.getByRole('button', { name: /Let no new pods come/ }),
    );
    expect(write).toHaveBeenCalledWith('kubectl cordon worker-02');
  });

  it.each(['unsafe', 'unknown'] as const)(
    'offers only commands that look while it is %s',
    async verdict => {
      showMachine(verdict);
      const steps = await region('What can be looked at now');
      expect(steps.getByText(/These commands only look/)).toBeVisible();
      expect(steps.getAllByRole('listitem')).toHaveLength(1);
    },
  );

  it('says what depends on the machine, and draws it', async () => {
    showMachine('unsafe');
    const depends = await region('What depends on worker-02');
    expect(depends.getByText(/Its volume exists/)).toBeVisible();
    expect(depends.getByRole('link', { name: 'matomo' })).toHaveAttribute(
      'href',
      '/catalog/default/component/matomo',
    );
    expect(
      depends.getByRole('row', { name: /databases\/postgres-1/ }),
    ).toHaveTextContent('1 copy');
    const chain = await region('From worker-02 to the apps');
    expect(
      await chain.findByRole('link', { current: true, name: /worker-02/ }),
    ).toBeVisible();
  });

  it.each([
    ['fr', 'worker-02 peut-elle s’arrêter ?', 'Dangereux'],
    ['ar', 'هل يمكن إيقاف worker-02؟', 'غير آمن'],
  ])('speaks %s', async (language, title, words) => {
    showMachine('unsafe', language);
    const head = await region(title);
    expect(head.getByRole('status')).toHaveTextContent(words);
    expect(head.getByText(/12/)).toBeVisible();
  });

  it('hides it from those who may not see storage', async () => {
    const api = createBackend({
      getNodeMaintenance: async () => {
        throw new NotAllowedError('no');
      },
    });
    renderPage(machinePath, api, { entities: [machine] });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'ceph.storage.read',
    );
  });
});

describe('all machines one after another', () => {
  const path = '/storage/pitower/pitower/maintenance';

  it('shows the order, where it would stop and why, and every verdict', async () => {
    renderPage(
      path,
      createBackend({ getRollingPlan: async () => buildPlan() }),
    );
    const rolling = await region('One after another');
    expect(rolling.getByText('It would stop at worker-03')).toBeVisible();
    expect(rolling.getByText(/Pools lose a copy/)).toBeVisible();
    const order = within(
      rolling.getByRole('list', { name: 'Machines in order' }),
    ).getAllByRole('listitem');
    expect(order.map(entry => entry.textContent)).toEqual([
      'worker-01Safe',
      expect.stringContaining('worker-02Safe after steps'),
      'worker-03It stops hereUnsafe',
      'cp-01Not reached',
    ]);
    const all = await region('All machines');
    expect(all.getByRole('row', { name: /cp-01/ })).toHaveTextContent(
      'UnknownAs of nowNot known EtcdNot known Data on Ceph',
    );
    expect(all.getByRole('link', { name: 'cp-01' })).toHaveAttribute(
      'href',
      `${path}/cp-01`,
    );
  });

  it('says that all may go, or that it cannot begin', async () => {
    const first = renderPage(
      path,
      createBackend({
        getRollingPlan: async () => buildPlan({ stopsAt: undefined }),
      }),
    );
    expect(
      await screen.findByText(/All 4 machines can go down one after another/),
    ).toBeVisible();
    first.unmount();
    renderPage(
      path,
      createBackend({
        getRollingPlan: async () => buildPlan({ stopsAt: 'worker-01' }),
      }),
    );
    expect(await screen.findByText(/It cannot begin/)).toBeVisible();
  });

  it('counts verdicts on the cluster’s card', async () => {
    renderPage(
      '/catalog/default/resource/pitower',
      createBackend({ getRollingPlan: async () => buildPlan() }),
      { entities: [buildEntity('Resource', 'pitower', 'kubernetes-cluster')] },
    );
    expect(await screen.findByText('It would stop at worker-03')).toBeVisible();
    for (const words of ['Unsafe', 'Unknown', 'Safe after steps', 'Safe']) {
      expect(screen.getByText(words).closest('li')).toHaveTextContent(
        `${words} 1`,
      );
    }
    expect(
      screen.getByRole('link', { name: 'Open maintenance' }),
    ).toHaveAttribute('href', path);
  });

  it('explains where there are no machines', async () => {
    renderPage(
      path,
      createBackend({
        getRollingPlan: async () => buildPlan({ verdicts: [], order: [] }),
      }),
    );
    expect(await screen.findByText('No machines are known here')).toBeVisible();
  });
});
