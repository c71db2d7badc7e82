import type { BlockContext, RetiringBlock } from '../blocks/Block';
import { blockOptions } from '../profile/blockOptions';
import type { BlockName } from '../profile/Profile';
import type { Step } from './Step';

/** Takes those values out that a block finds and that are the app's. */
export function retireValues<N extends BlockName, V>(
  name: N,
  block: RetiringBlock<N, V>,
  at: BlockContext,
  isOfApp: (value: V) => boolean,
): Step[] {
  return blockOptions(at.profile, at.layout, name).map(options => {
    const find = () => block.find(at, options).filter(isOfApp);
    return {
      claims: [],
      isThere: () => find().length === 0,
      write: () => find().flatMap(value => block.retire(at, options, value)),
    };
  });
}
