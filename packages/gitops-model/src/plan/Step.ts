import type { Block, BlockContext } from '../blocks/Block';
import type { Claim } from '../blocks/Claim';
import type { Finding } from '../finding/Finding';
import type { BlockName, BlockOptions } from '../profile/Profile';

/** One thing a block has to write. */
export interface Step {
  claims: Claim[];
  isThere(): boolean;
  /** Writes what is not there yet. */
  write(): Finding[];
}

/** Pairs a block with the value it is to write. */
export function createStep<N extends BlockName, V>(
  block: Block<N, V>,
  context: BlockContext,
  options: BlockOptions<N>,
  value: V,
): Step {
  const isThere = () =>
    block
      .find(context, options)
      .some(found => canonical(found) === canonical(value));
  return {
    claims: block.claims(value, context, options),
    isThere,
    write: () => (isThere() ? [] : block.write(context, options, value)),
  };
}

/** Equal texts mean equal data, whatever the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  );
}
