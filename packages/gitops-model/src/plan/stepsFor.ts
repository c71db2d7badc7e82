import type { Block, BlockContext } from '../blocks/Block';
import { blockOptions } from '../profile/blockOptions';
import type { BlockName } from '../profile/Profile';
import { createStep, type Step } from './Step';

/** Steps of a block for these values; none where the layout has no such block. */
export function stepsFor<N extends BlockName, V>(
  name: N,
  block: Block<N, V>,
  context: BlockContext,
  values: readonly V[],
): Step[] {
  return blockOptions(context.profile, context.layout, name).flatMap(options =>
    values.map(value => createStep(block, context, options, value)),
  );
}
