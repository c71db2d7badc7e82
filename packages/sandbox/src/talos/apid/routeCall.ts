import { type Metadata, status } from '@grpc/grpc-js';
import { ApiError } from '../wire/ApiError';
import type { SimulatedMachine } from '../fleet/SimulatedMachine';
import { atLeast } from '../fleet/TalosVersion';

/** Where a call goes to. */
export type Route =
  | { kind: 'one'; machine: SimulatedMachine }
  | { kind: 'many'; targets: { name: string; machine?: SimulatedMachine }[] };

/** Decides as apid does, by the headers `node` and `nodes`. */
export function routeCall(
  metadata: Metadata,
  path: string,
  local: SimulatedMachine,
  find: (target: string) => SimulatedMachine | undefined,
): Route {
  const node = readValues(metadata, 'node');
  const nodes = readValues(metadata, 'nodes');
  if (node && node.length !== 1) {
    throw new ApiError(
      status.INVALID_ARGUMENT,
      'node metadata must be single-valued',
    );
  }
  const isLocal = (targets: string[] | undefined) =>
    targets?.length === 1 && find(targets[0] ?? '') === local;
  const forwards = local.isControlPlane;
  if (nodes && (forwards || !isLocal(nodes))) {
    if (path.startsWith('/cosi.')) {
      throw new ApiError(
        status.INVALID_ARGUMENT,
        atLeast(local.version, '1.13')
          ? `one-2-many proxying is not supported for method ${path}`
          : 'one-2-many proxying is not supported for COSI methods',
      );
    }
    requireForwarding(forwards);
    nodes.forEach(requireTarget);
    return {
      kind: 'many',
      targets: nodes.map(name => ({ name, machine: find(name) })),
    };
  }
  const [target] = node ?? [];
  if (target !== undefined && (forwards || !isLocal(node))) {
    requireForwarding(forwards);
    requireTarget(target);
    const machine = find(target);
    if (!machine) {
      throw unknownTarget(target);
    }
    return { kind: 'one', machine };
  }
  return { kind: 'one', machine: local };
}

/** A name that leads nowhere. */
export function unknownTarget(target: string): ApiError {
  return new ApiError(
    status.UNAVAILABLE,
    `name resolver error: produced zero addresses: dns: A record lookup error: lookup ${target}: no such host`,
  );
}

function requireForwarding(forwards: boolean): void {
  if (!forwards) {
    throw new ApiError(status.PERMISSION_DENIED, 'no request forwarding');
  }
}

function requireTarget(target: string): void {
  const hasPort = /^\[.*\]:\d+$|^[^:]+:\d+$/.test(target);
  if (target === '' || hasPort) {
    throw new ApiError(status.INTERNAL, `invalid target "${target}"`);
  }
}

/** Several headers of one name arrive as one, with commas. */
function readValues(metadata: Metadata, key: string): string[] | undefined {
  const values = metadata.get(key);
  return values.length === 0
    ? undefined
    : values.flatMap(value => value.toString().split(/,\s*/));
}
