import { z } from 'zod';
import type { Node } from '../RepositoryModel';

/** What a file says; what it does not say is not there. */
export type NodeFacts = Partial<
  Omit<Node, 'name' | 'address' | 'cluster' | 'source'>
>;

/** Text that says what it means: no template, no variable, no reference to a vault. */
const plain = z
  .string()
  .refine(text => !/\{\{|\{%|\$\{|\bop:\/\//.test(text))
  .optional()
  .catch(undefined);

/** A mapping of which each part may be wrong or missing. */
function part<T extends z.ZodRawShape>(shape: T) {
  return z.object(shape).optional().catch(undefined);
}

/** A list whose wrong items are left out. */
function list<T extends z.ZodType>(item: T) {
  return z
    .array(z.unknown())
    .catch([])
    .transform(items =>
      items.flatMap(value => {
        const parsed = item.safeParse(value);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

const strictPlain = z.string().refine(text => plain.parse(text) !== undefined);
const link = part({
  addresses: list(strictPlain),
  vip: part({ ip: plain }),
});
const machineSchema = z.object({
  kind: z.undefined().optional(),
  machine: part({
    type: z
      .enum(['controlplane', 'init', 'worker'])
      .transform(type => (type === 'worker' ? 'worker' : 'controlplane'))
      .optional()
      .catch(undefined),
    install: part({
      image: plain,
      disk: plain,
      diskSelector: z
        .record(z.string(), z.unknown())
        .optional()
        .catch(undefined),
    }),
    network: part({
      hostname: plain,
      interfaces: list(
        z.object({
          addresses: list(strictPlain),
          vip: part({ ip: plain }),
          vlans: list(link),
        }),
      ),
    }),
    kubelet: part({
      extraConfig: part({
        registerWithTaints: list(
          z.object({
            key: strictPlain,
            value: z.coerce.string().optional(),
            effect: strictPlain,
          }),
        ),
      }),
    }),
    nodeLabels: z
      .record(z.string(), z.coerce.string())
      .optional()
      .catch(undefined),
    nodeTaints: z.record(z.string(), strictPlain).optional().catch(undefined),
  }),
});

const hostnameSchema = z.object({
  kind: z.literal('HostnameConfig'),
  hostname: plain,
});

const linkSchema = z.object({
  kind: z.enum(['LinkConfig', 'BondConfig', 'BridgeConfig', 'VLANConfig']),
  addresses: list(z.object({ address: strictPlain })),
});

/** The facts of one Talos configuration document. */
export function readMachineConfig(document: unknown): NodeFacts {
  const hostname = hostnameSchema.safeParse(document);
  if (hostname.success) return present({ hostname: hostname.data.hostname });
  const linkConfig = linkSchema.safeParse(document);
  if (linkConfig.success) {
    const addresses = linkConfig.data.addresses.map(({ address }) => address);
    return present({ addresses: filled(addresses) });
  }
  const config = machineSchema.safeParse(document);
  const machine = config.data?.machine;
  if (!machine) return {};
  const { install, network, kubelet, nodeTaints = {} } = machine;
  const interfaces = network?.interfaces ?? [];
  const links = [
    ...interfaces,
    ...interfaces.flatMap(({ vlans }) =>
      vlans.filter(vlan => vlan !== undefined),
    ),
  ];
  return present({
    role: machine.type,
    hostname: network?.hostname,
    installImage: install?.image,
    installDisk: install?.disk,
    installDiskSelector:
      install?.diskSelector && selectorText(install.diskSelector),
    addresses: filled(links.flatMap(({ addresses }) => addresses)),
    virtualIp: links.map(({ vip }) => vip?.ip).find(Boolean),
    taints: filled([
      ...(kubelet?.extraConfig?.registerWithTaints ?? []).map(
        ({ key, value, effect }) =>
          `${key}${value ? `=${value}` : ''}:${effect}`,
      ),
      ...Object.entries(nodeTaints).map(([key, value]) =>
        /^[^:]+:/.test(value)
          ? `${key}=${value}`
          : `${key}:${value.replace(':', '')}`,
      ),
    ]),
    labels: machine.nodeLabels,
  });
}

/** `model: Samsung SSD 860`; several conditions are joined by commas. */
function selectorText(selector: Record<string, unknown>): string | undefined {
  const conditions = Object.entries(selector).flatMap(([key, value]) => {
    const text =
      typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : plain.parse(value);
    return text === undefined ? [] : [`${key}: ${text}`];
  });
  return filled(conditions)?.join(', ');
}

function filled<T>(items: T[]): T[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** Without what is not said, so that one document does not hide what another says. */
function present(facts: NodeFacts): NodeFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  );
}
