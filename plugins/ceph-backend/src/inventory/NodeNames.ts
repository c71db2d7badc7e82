import type { Inventory } from './Inventory';
import { lastKnown } from './Kept';

const HOSTNAME_LABEL = 'kubernetes.io/hostname';

/** Which machine is meant by one of its other names. */
export class NodeNames {
  /** Of a cluster that is not read. */
  static readonly none = new NodeNames(new Set(), new Map(), new Map());

  readonly #names: ReadonlySet<string>;
  readonly #byHostname: ReadonlyMap<string, string>;
  readonly #byCrushHost: ReadonlyMap<string, string>;

  static create({ kubernetes, machines }: Inventory): NodeNames {
    const nodes = lastKnown(kubernetes.nodes);
    const names = new Set([
      ...nodes.map(({ metadata }) => metadata.name),
      ...(machines.state === 'unread'
        ? []
        : machines.value.nodes.map(({ name }) => name)),
    ]);
    return new NodeNames(
      names,
      indexUnique(
        nodes.map(({ metadata }) => [
          metadata.labels[HOSTNAME_LABEL] ?? metadata.name,
          metadata.name,
        ]),
      ),
      // Rook writes dashes for dots, since CRUSH allows none in a host's name.
      indexUnique([...names].map(name => [name.replaceAll('.', '-'), name])),
    );
  }

  private constructor(
    names: ReadonlySet<string>,
    byHostname: ReadonlyMap<string, string>,
    byCrushHost: ReadonlyMap<string, string>,
  ) {
    this.#names = names;
    this.#byHostname = byHostname;
    this.#byCrushHost = byCrushHost;
  }

  /** All that Kubernetes or Talos lists. */
  get all(): ReadonlySet<string> {
    return this.#names;
  }

  /** The node of that name or hostname. */
  find(name: string): string | undefined {
    return this.#names.has(name) ? name : this.#byHostname.get(name);
  }

  /** The node whose CRUSH host is of that name. */
  findByCrushHost(crushHost: string): string | undefined {
    return this.#byCrushHost.get(crushHost);
  }
}

/** Without what several claim: such a name tells nothing. */
function indexUnique(
  pairs: readonly (readonly [string, string])[],
): Map<string, string> {
  const index = new Map<string, string>();
  const several = new Set<string>();
  for (const [key, name] of pairs) {
    if (index.has(key) && index.get(key) !== name) several.add(key);
    index.set(key, name);
  }
  several.forEach(key => index.delete(key));
  return index;
}
