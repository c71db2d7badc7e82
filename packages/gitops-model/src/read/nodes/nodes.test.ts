import {
  appOfApps,
  codes,
  read,
  type Tree,
} from '../../__testUtils__/readTree';
import type { Profile } from '../../profile/Profile';

function nodesOf(
  form: Profile['nodes'][number]['form'],
  files: Tree,
  role?: 'worker',
) {
  const { nodes, findings } = read(
    { ...appOfApps({}), 'apps/none.yaml': '', ...files },
    { nodes: [{ cluster: 'edgit', form, directory: 'talos/nodes', role }] },
  );
  return { nodes, findings: codes(findings) };
}

describe('nodes', () => {
  it('come from patches named by host: documents, lists of operations, JSON, and what all nodes get', () => {
    const { nodes, findings } = nodesOf('patches', {
      'talos/general.patch':
        'machine: {install: {image: "factory.example/installer/abc:v1.12.4"}, nodeLabels: {rack: a, zone: one}}\n',
      'talos/worker.patch': 'machine: {type: worker}\n',
      'talos/nodes/alpha.patch': [
        'machine:',
        '  type: controlplane',
        '  network:',
        '    interfaces:',
        '      - {interface: eth0, addresses: [192.0.2.1/24], vip: {ip: 192.0.2.9}}',
        '      - {interface: thunderbolt0, addresses: [169.254.255.101/32]}',
        '  nodeLabels: {zone: two}',
        '  nodeTaints: {dedicated: "media:NoSchedule", lonely: NoExecute}',
        '---',
        'apiVersion: v1alpha1',
        'kind: HostnameConfig',
        'hostname: alpha-01',
        '',
      ].join('\n'),
      'talos/nodes/beta.yaml': [
        '- {op: add, path: /machine/install/disk, value: /dev/sda}',
        '- {op: replace, path: /machine/network/hostname, value: beta-01}',
        '- {op: add, path: /machine/network/interfaces/-, value: {addresses: [192.0.2.2/24]}}',
        '- {op: add, path: /machine/nodeLabels/example.com~1kind, value: gpu}',
        '- {op: remove, path: /cluster}',
        '- {op: add, path: /__proto__/polluted, value: {machine: {type: worker}}}',
        '',
      ].join('\n'),
      'talos/nodes/gamma.json': JSON.stringify({
        machine: {
          install: { diskSelector: { model: 'Model X', size: '>= 1TB' } },
          kubelet: {
            extraConfig: {
              registerWithTaints: [{ key: 'slow', effect: 'NoSchedule' }],
            },
          },
        },
      }),
      'talos/nodes/README.md': 'no node',
    });
    expect(findings).toEqual([]);
    const general = { installImage: 'factory.example/installer/abc:v1.12.4' };
    expect(nodes).toEqual([
      {
        ...general,
        name: 'alpha-01',
        hostname: 'alpha-01',
        address: '192.0.2.1',
        role: 'controlplane',
        addresses: ['192.0.2.1/24', '169.254.255.101/32'],
        virtualIp: '192.0.2.9',
        taints: ['dedicated=media:NoSchedule', 'lonely:NoExecute'],
        labels: { rack: 'a', zone: 'two' },
        cluster: 'edgit',
        source: { file: 'talos/nodes/alpha.patch', line: 1 },
      },
      {
        ...general,
        name: 'beta-01',
        hostname: 'beta-01',
        address: '192.0.2.2',
        role: undefined,
        addresses: ['192.0.2.2/24'],
        installDisk: '/dev/sda',
        taints: [],
        labels: { rack: 'a', zone: 'one', 'example.com/kind': 'gpu' },
        cluster: 'edgit',
        source: { file: 'talos/nodes/beta.yaml', line: 1 },
      },
      {
        ...general,
        name: 'gamma',
        hostname: 'gamma',
        address: undefined,
        role: undefined,
        addresses: [],
        installDiskSelector: 'model: Model X, size: >= 1TB',
        taints: ['slow:NoSchedule'],
        labels: { rack: 'a', zone: 'one' },
        cluster: 'edgit',
        source: { file: 'talos/nodes/gamma.json', line: 1 },
      },
    ]);
  });

  it('come from machine configurations named by address, and leave out what is not said plainly', () => {
    const { nodes, findings } = nodesOf(
      'machine-configs',
      {
        'talos/nodes/192.0.2.5.yaml':
          'machine: {network: {hostname: five, interfaces: [{addresses: [192.0.2.5/24, 198.51.100.5/24]}]}}\n',
        'talos/nodes/six.yaml': [
          'machine:',
          '  type: "{{ ENV.ROLE }}"',
          '  install: {disk: op://vault/six/disk, image: "${IMAGE}", diskSelector: {model: "{{ MODEL }}"}}',
          '  network: {hostname: 7, interfaces: nonsense}',
          '---',
          'apiVersion: v1alpha1',
          'kind: LinkConfig',
          'name: eth0',
          'addresses: [{address: 198.51.100.6/24}, {address: 203.0.113.6/24}]',
          '',
        ].join('\n'),
        'talos/nodes/seven.yaml.j2':
          '{% if role %}\nmachine: {type: worker}\n{% endif %}\n',
        'talos/nodes/secrets.yaml':
          'machine: {token: "ENC[AES256_GCM,data:cipher]"}\nsops: {mac: x}\n',
        'talos/nodes/broken.yaml': 'machine: {type: [\n',
      },
      'worker',
    );
    const facts = {
      role: 'worker',
      taints: [],
      labels: {},
      cluster: 'edgit',
    };
    expect(nodes).toEqual([
      {
        ...facts,
        name: 'five',
        hostname: 'five',
        address: '192.0.2.5',
        addresses: ['192.0.2.5/24', '198.51.100.5/24'],
        source: { file: 'talos/nodes/192.0.2.5.yaml', line: 1 },
      },
      {
        ...facts,
        name: 'broken',
        hostname: 'broken',
        address: undefined,
        addresses: [],
        source: { file: 'talos/nodes/broken.yaml', line: 1 },
      },
      {
        ...facts,
        name: 'seven',
        hostname: 'seven',
        address: undefined,
        addresses: [],
        source: { file: 'talos/nodes/seven.yaml.j2', line: 1 },
      },
      {
        ...facts,
        name: 'six',
        hostname: 'six',
        address: undefined,
        addresses: ['198.51.100.6/24', '203.0.113.6/24'],
        source: { file: 'talos/nodes/six.yaml', line: 1 },
      },
    ]);
    expect(findings).toEqual([
      'error unreadable-file talos/nodes/broken.yaml:2',
      'info encrypted talos/nodes/secrets.yaml:1',
      'info not-evaluated talos/nodes/seven.yaml.j2:1',
    ]);
  });
});
