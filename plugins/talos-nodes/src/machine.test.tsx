import { NotAllowedError } from '@backstage/errors';
import { setWindowWidth } from '@internal/portal-ui/testUtils';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildContainer,
  buildKubernetesOnly,
  buildMachine,
  buildRaspberryPi,
  buildServer,
  buildThinkPad,
  buildVirtualMachine,
  known,
  unknown,
} from './__testUtils__/machines';
import {
  buildCluster,
  buildLive,
  buildWorkload,
  buildWorkloads,
  createBackend,
  renderPage,
} from './__testUtils__/renderPage';

beforeEach(() => {
  localStorage.clear();
  setWindowWidth(1400);
});

const entityPath = '/catalog/default/resource/pitower.acemagician-1/machine';
const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));

/** What stands beside a name in a list of facts. */
const fact = (part: ReturnType<typeof within>, name: string) =>
  part.getByText(name).parentElement?.querySelector('dd')?.textContent;

describe('the page of a machine', () => {
  it('opens on who it is, with the source of each fact and its pages as links', async () => {
    renderPage(
      entityPath,
      createBackend(
        [buildMachine(), buildThinkPad({ talosVersion: known('v1.13.0') })],
        [
          buildCluster({
            certificate: {
              expiresAt: '2099-01-01T00:00:00Z',
              roles: ['os:reader'],
            },
          }),
        ],
      ),
    );
    const identity = await section('Identity');
    expect(fact(identity, 'Serial number')).toBe('AM06EXAMPLE01');
    expect(
      identity.getByRole('button', {
        name: 'From the board’s firmware (SMBIOS), which says “AM06PRO Default string”',
      }),
    ).toBeInTheDocument();
    await waitFor(() => expect(screen.getByText('1 behind')).toBeVisible());
    expect(
      (await section('Where this is known from')).getByText(/may: os:reader/),
    ).toBeVisible();
    expect(
      within(screen.getByRole('navigation', { name: 'Machine' }))
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual(
      ['overview', 'hardware', 'live', 'workloads', 'history', 'git'].map(
        tab => `${entityPath}/${tab}`,
      ),
    );
  });

  it('copies a serial number', async () => {
    const user = userEvent.setup();
    const write = jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockResolvedValue();
    renderPage(entityPath, createBackend());
    const identity = await section('Identity');
    await user.click(
      identity.getByRole('button', { name: 'Copy Serial number' }),
    );
    expect(write).toHaveBeenCalledWith('AM06EXAMPLE01');
    expect(await identity.findByText('Copied')).toBeInTheDocument();
  });

  it('calls nothing healthy of what it said before it fell silent', async () => {
    const since = new Date(Date.now() - 7_200_000).toISOString();
    renderPage(
      entityPath,
      createBackend([
        buildMachine({
          state: 'unreachable',
          sources: [
            {
              source: 'talos',
              observedAt: since,
              failure: { since, reason: 'Connection refused.' },
            },
          ],
        }),
      ]),
    );
    const services = await section('Services');
    expect(services.getByText(/^Said last/)).toHaveTextContent(
      'Said last 2 hours ago; nothing newer is known.',
    );
    for (const label of services.getAllByText('Healthy')) {
      expect(label).toHaveAttribute('data-tone', 'neutral');
    }
    expect(screen.getByText(/has not answered since/)).toHaveTextContent(
      'Talos of acemagician-1 has not answered since 2 hours ago: Connection refused.',
    );
  });

  it('leads back from one that does not exist', async () => {
    renderPage('/nodes/pitower/pitower/nope', createBackend());
    expect(
      await screen.findByRole('heading', { name: 'No such machine' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All machines' })).toHaveAttribute(
      'href',
      '/nodes',
    );
  });
});

describe('hardware', () => {
  const open = async (node: ReturnType<typeof buildMachine>) => {
    renderPage(
      `/nodes/${node.platform}/${node.cluster}/${node.name}/hardware`,
      createBackend([node]),
    );
    return section('Board');
  };

  it('of a Raspberry Pi says that its firmware tells nothing, and what is known anyway', async () => {
    const board = await open(buildRaspberryPi());
    expect(fact(board, 'Model')).toBe(
      'This board’s firmware tells nothing of itself',
    );
    expect(fact(await section('Processor'), 'Name')).toBe('Cortex-A72');
    const memory = await section('Memory');
    expect(fact(memory, 'Installed')).toBe(
      'This board’s firmware tells nothing of itself',
    );
    expect(fact(memory, 'Usable')).toBe('7.64 GiB');
    expect(fact(memory, 'Slots')).toBe(
      'This board’s firmware tells nothing of itself',
    );
    expect((await section('Network')).getByText('100 Mb/s')).toBeVisible();
  });

  it('of a machine whose Talos keeps one of several slots says that there are more', async () => {
    const { hardware, ...machine } = buildServer();
    const installedBytes = unknown('too-old');
    const memory = { ...hardware.memory, installedBytes };
    await open({ ...machine, hardware: { ...hardware, memory } });
    expect(fact(await section('Memory'), 'Slots')).toBe(
      '2 shown, and there are more',
    );
  });

  it('of a server counts 24 slots and names the empty ones, and the empty socket', async () => {
    await open(buildServer());
    const memory = await section('Memory');
    expect(fact(memory, 'Slots')).toBe('2 of 24 slots filled');
    expect(memory.getAllByRole('rowheader').map(it => it.textContent)).toEqual([
      'A3',
      'A4',
    ]);
    expect(memory.getByText(/^Empty: A1, A2, A5/)).toHaveTextContent(/B12$/);
    expect(
      (await section('Processor'))
        .getAllByRole('listitem')
        .map(it => it.textContent),
    ).toEqual([expect.stringMatching(/^CPU1AMD/), 'CPU2Empty']);
    const disks = await section('Disks');
    expect(disks.getAllByText('Calls itself failing')[0]).toBeVisible();
    expect(
      within(disks.getByRole('list', { name: 'Partitions of sdb' })).getByRole(
        'listitem',
      ),
    ).toHaveTextContent('sdb1 4 TB sdb1 · bluestore');
    const links = (await section('Network')).getAllByRole('row').slice(1);
    expect(links.map(link => link.textContent)).toEqual([
      expect.stringMatching(/^eno1Port, member of bond0Up10 Gb\/s/),
      expect.stringMatching(/^eno2Port, member of bond0Down/),
      expect.stringMatching(/^bond0BondUp/),
    ]);
  });

  it('of a laptop shows the disk that Talos is on, with what is not partitioned', async () => {
    await open(buildThinkPad());
    const disks = await section('Disks');
    expect(disks.getByText('Talos is installed here')).toBeVisible();
    expect(
      within(disks.getByRole('list', { name: 'Partitions of sda' }))
        .getAllByRole('listitem')
        .map(it => it.textContent),
    ).toEqual([
      'EFI 106 MB sda1 · vfat',
      'META 1.05 MB sda2 · talosmeta · ready',
      'STATE 105 MB sda3 · xfs · ready',
      'EPHEMERAL 200 GB sda4 · xfs · ready',
      'Not partitioned 55.8 GB',
    ]);
  });

  it('of a mini PC folds PCI devices by class and tells temperature and power with their source', async () => {
    await open(buildMachine());
    const processor = await section('Processor');
    expect(fact(processor, 'Temperature')).toBe('52°C');
    expect(fact(processor, 'Power')).toBe('15.5 W');
    const disks = await section('Disks');
    expect(fact(disks, 'Temperature')).toBe('41°C');
    expect(
      disks.getAllByRole('button', { name: 'From Prometheus' }),
    ).not.toHaveLength(0);
    const pci = await section('PCI devices');
    expect(pci.getByText('Realtek RTL8111')).not.toBeVisible();
    await userEvent.click(pci.getByText('Network controller'));
    expect(pci.getByText('Realtek RTL8111')).toBeVisible();
  });

  it('says how full each mounted partition is', async () => {
    const machine = buildMachine();
    const [disk] = machine.hardware.disks;
    await open({
      ...machine,
      hardware: {
        ...machine.hardware,
        disks: [
          {
            ...disk,
            partitions: disk.partitions.map(partition =>
              partition.volume === 'EPHEMERAL'
                ? {
                    ...partition,
                    mount: {
                      path: '/var',
                      sizeBytes: 500_000_000_000,
                      usedBytes: 125_000_000_000,
                    },
                  }
                : partition,
            ),
          },
        ],
      },
    });
    const disks = await section('Disks');
    expect(
      disks.getByRole('progressbar', { name: 'Use of /var' }),
    ).toHaveAttribute('aria-valuenow', '25');
    expect(disks.getByText(/^25% full/)).toHaveTextContent(
      '25% full: 125 GB of 500 GB /var',
    );
  });

  it('tells lists that are empty from lists that nobody told', async () => {
    await open(
      buildMachine({
        unread: {
          disks: 'not-allowed',
          partitions: 'not-allowed',
          links: 'too-old',
        },
        hardware: {
          ...buildMachine().hardware,
          disks: [],
          links: [],
          pciDevices: [],
        },
      }),
    );
    expect(
      (await section('Disks')).getByText(
        'The portal’s certificate may not read it',
      ),
    ).toBeVisible();
    expect(
      (await section('Network')).getByText(
        'This version of Talos does not tell it yet',
      ),
    ).toBeVisible();
    expect(
      (await section('PCI devices')).getByText(
        'This machine has no PCI device.',
      ),
    ).toBeVisible();
  });

  it.each([
    ['a virtual machine', buildVirtualMachine, 'Virtual machine'],
    ['a container', buildContainer, 'Container'],
    [
      'a machine only Kubernetes tells of',
      buildKubernetesOnly,
      'No source that knows it is configured',
    ],
  ])('of %s says what kind it is', async (_kind, build, words) => {
    const board = await open(build());
    expect(fact(board, 'Kind')).toBe(words);
  });
});

describe('live values', () => {
  const path = `${entityPath}/live`;

  it('show as charts that are said in words, until one pauses', async () => {
    const api = createBackend();
    api.getLive.mockImplementation(async () =>
      buildLive({
        processorUse: api.getLive.mock.calls.length > 1 ? 0.75 : undefined,
      }),
    );
    renderPage(path, api);
    expect(
      await screen.findByText('1.5 · 1.25 · 0.75 over 1, 5 and 15 minutes'),
    ).toBeVisible();
    expect(screen.getByText('4 GiB of 16 GiB')).toBeVisible();
    expect(
      screen.getByRole('img', { name: /^Received on enp1s0: now 4 MB\/s/ }),
    ).toBeInTheDocument();
    // The share of the processor takes two answers.
    expect(
      await screen.findByRole('img', {
        name: 'CPU: now 75%, lowest 75%, highest 75%',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('200 GB of 500 GB')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    expect(screen.getByText('Paused')).toBeVisible();
    const asked = api.getLive.mock.calls.length;
    await new Promise(resolve => setTimeout(resolve, 2_500));
    expect(api.getLive).toHaveBeenCalledTimes(asked);
  });

  it('say why there are none', async () => {
    const api = createBackend();
    api.getLive.mockRejectedValue(new Error('acemagician-1 does not answer.'));
    renderPage(path, api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'acemagician-1 does not answer.',
    );
  });
});

describe('workloads, history and Git', () => {
  const workloadsPath = `${entityPath}/workloads`;
  const app = (name: string, owner?: string) => ({
    name,
    entityRef: `component:default/${name}`,
    owner,
  });
  const cells = async (table: string) =>
    (await section(table))
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent);

  it('shows apps with their owners, other pods by who made them, and what is not ready', async () => {
    const api = createBackend();
    api.listWorkloads.mockResolvedValue(
      buildWorkloads([
        buildWorkload({ app: app('plex', 'group:default/atlas') }),
        buildWorkload({
          pod: 'plex-worker-x',
          phase: 'Pending',
          ready: false,
          app: app('plex', 'group:default/atlas'),
          controller: { kind: 'Deployment', name: 'plex-worker' },
        }),
        ...['a', 'b'].map(id =>
          buildWorkload({
            namespace: 'kube-system',
            pod: `cilium-${id}`,
            controller: { kind: 'DaemonSet', name: 'cilium' },
          }),
        ),
        buildWorkload({ namespace: 'default', pod: 'debug' }),
      ]),
    );
    renderPage(workloadsPath, api);
    expect(await cells('Apps on this machine')).toEqual([
      'plexatlasmedia2 pods1 not readyplex-worker-x · Pending',
    ]);
    expect(
      (await section('Apps on this machine'))
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual([
      '/catalog/default/component/plex',
      '/catalog/default/group/atlas',
    ]);
    expect(await cells('Pods of no app that the catalog knows')).toEqual([
      'debugMade by nobodydefault1 pod',
      'ciliumDaemonSetkube-system2 pods',
    ]);
    expect(api.listWorkloads).toHaveBeenCalledWith(
      { platform: 'pitower', cluster: 'pitower', name: 'acemagician-1' },
      expect.anything(),
    );
  });

  it('tells none from never read, and never read from not connected', async () => {
    const api = createBackend([
      buildMachine(),
      buildThinkPad({ sources: [{ source: 'talos' }] }),
    ]);
    renderPage(workloadsPath, api);
    expect(
      await screen.findByRole('heading', { name: 'No pod runs here' }),
    ).toBeVisible();
    cleanup();
    api.listWorkloads.mockResolvedValue(buildWorkloads([], { pods: {} }));
    renderPage(workloadsPath, api);
    expect(await screen.findByText(/not told of its pods yet/)).toBeVisible();
    cleanup();
    renderPage('/nodes/pitower/pitower/thinkpad-1/workloads', api);
    expect(await screen.findByText(/is not connected/)).toBeVisible();
  });

  it('keeps old pods on screen with their age, and says when apps are not known', async () => {
    const api = createBackend();
    const since = new Date(Date.now() - 7_200_000).toISOString();
    api.listWorkloads.mockResolvedValue(
      buildWorkloads([buildWorkload()], {
        pods: {
          observedAt: since,
          failure: { since, reason: 'The port is closed.' },
        },
        apps: { failure: { since, reason: 'No answer.' } },
      }),
    );
    renderPage(workloadsPath, api);
    expect(await screen.findByText(/^Kubernetes of/)).toHaveTextContent(
      '2 hours ago: The port is closed.',
    );
    expect(
      screen.getByText('Which app a pod belongs to is not known'),
    ).toBeVisible();
    expect(screen.getByText(/^The catalog has not answered/)).toHaveTextContent(
      'No answer.',
    );
    expect(await cells('Pods of no app that the catalog knows')).toHaveLength(
      1,
    );
  });

  it('names the permission one lacks', async () => {
    const api = createBackend();
    api.listWorkloads.mockRejectedValue(new NotAllowedError('no'));
    renderPage(workloadsPath, api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'talos-nodes.node.read',
    );
  });

  it('tells what changed, in sentences', async () => {
    const api = createBackend();
    const at = new Date().toISOString();
    const about = {
      platform: 'pitower',
      cluster: 'pitower',
      node: 'acemagician-1',
      at,
    };
    api.listChanges.mockResolvedValue([
      { ...about, kind: 'memory', subject: 'DIMM B2', before: '16 GiB' },
      {
        ...about,
        kind: 'link',
        subject: 'enp1s0',
        before: '1000 Mbit/s',
        after: '100 Mbit/s',
      },
      { ...about, kind: 'disk', subject: 'sdb', after: '4 TB' },
    ]);
    renderPage(`${entityPath}/history`, api);
    const list = await screen.findByRole('list', { name: 'What changed' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(it => it.textContent),
    ).toEqual([
      expect.stringMatching(/^DIMM B2 is gone: 16 GiBMemory/),
      expect.stringMatching(/^enp1s0: 1000 Mbit\/s → 100 Mbit\/sNetwork/),
      expect.stringMatching(/^sdb is new: 4 TBDisk/),
    ]);
  });

  it('shows where the machine differs from what Git says, and the very line', async () => {
    const { git } = buildMachine();
    renderPage(
      `${entityPath}/git`,
      createBackend([
        buildMachine({
          git: git && {
            ...git,
            deviations: [
              { field: 'installDisk', desired: '/dev/sda', actual: 'nvme0n1' },
            ],
          },
        }),
      ]),
    );
    const said = await section('What the repository says');
    expect(
      said.getByRole('link', { name: 'talos/talconfig.yaml:84' }),
    ).toHaveAttribute('href', expect.stringMatching(/#L84$/));
    expect(said.getByText('1 difference')).toBeVisible();
    expect(said.getByRole('row', { name: /^installDisk/ })).toHaveTextContent(
      'installDisk/dev/sdanvme0n1',
    );
  });
});

describe('the page of a cluster', () => {
  it('shows states, skew, etcd and where an app could still go', async () => {
    renderPage(
      '/catalog/default/resource/pitower',
      createBackend(
        [
          buildMachine(),
          buildMachine({ name: 'acemagician-2', state: 'not-ready' }),
          buildThinkPad(),
          buildRaspberryPi(),
        ],
        [
          buildCluster({
            etcd: known({
              members: [
                {
                  id: '18446744073709551615',
                  node: 'raspberrypi-1',
                  learner: false,
                  leader: true,
                  databaseBytes: known(48_000_000),
                  errors: [],
                },
              ],
              alarms: known([{ node: 'raspberrypi-1', alarm: 'NOSPACE' }]),
            }),
          }),
        ],
      ),
    );
    const states = await section('By state');
    expect(
      states.getAllByRole('link').map(it => it.getAttribute('href')),
    ).toEqual([
      '/nodes?platform=pitower&cluster=pitower&state=ready',
      '/nodes?platform=pitower&cluster=pitower&state=not-ready',
    ]);
    expect(
      (await section('Talos versions'))
        .getAllByRole('listitem')
        .map(it => it.textContent),
    ).toEqual(['v1.12.63 machinesnewest', 'v1.12.41 machine1 behind']);
    const etcd = await section('etcd');
    expect(etcd.getByText('raspberrypi-1: NOSPACE')).toBeVisible();
    expect(etcd.getByRole('listitem')).toHaveTextContent(
      'raspberrypi-1LeaderDatabase 48 MB',
    );
    expect(
      (await section('Capacity by architecture'))
        .getAllByRole('listitem')
        .map(it => it.textContent),
    ).toEqual([
      expect.stringMatching(/^amd642 of 3 ready.*could move among 2 machines/),
      'acemagician-1',
      'thinkpad-1',
      expect.stringMatching(/^arm641 of 1 ready.*nowhere else to go/),
    ]);
  });

  it('counts on no machine that is cordoned, keeps pods away, or of which nobody tells', async () => {
    const tainted = 'node-role.kubernetes.io/control-plane:NoSchedule';
    renderPage(
      '/catalog/default/resource/pitower',
      createBackend([
        buildMachine({ taints: ['slow=true:PreferNoSchedule'] }),
        buildMachine({ name: 'guarded-1', taints: [tainted] }),
        buildMachine({ name: 'cordoned-1', unschedulable: known(true) }),
        buildMachine({ name: 'silent-1', unread: { taints: 'not-reachable' } }),
        buildRaspberryPi({ taints: [tainted] }),
        buildMachine({
          name: 'lost-1',
          architecture: known('riscv64'),
          state: 'unknown',
        }),
      ]),
    );
    const capacity = await section('Capacity by architecture');
    expect(
      capacity.getByText(/amd64 has nowhere else to go now: one machine/),
    ).toBeVisible();
    const kinds = ['tolerates their taints', 'Cordoned', 'Nobody tells'].map(
      name =>
        within(
          capacity.getByRole('region', { name: new RegExp(`^amd64.*${name}`) }),
        )
          .getAllByRole('listitem')
          .map(it => it.textContent),
    );
    expect(kinds).toEqual([
      [`guarded-1${tainted}`],
      ['cordoned-1'],
      ['silent-1'],
    ]);
    expect(
      capacity.getByText(/No machine that is ready takes every app.*arm64/),
    ).toBeVisible();
    expect(capacity.getByText(/riscv64 can run is not known/)).toBeVisible();
  });
});
