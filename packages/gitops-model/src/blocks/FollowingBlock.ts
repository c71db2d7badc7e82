import type { Finding } from '../finding/Finding';
import type { BlockName, BlockOptions } from '../profile/Profile';
import type { Block, BlockContext } from './Block';

/** A block whose values lead to hosts of the app, and go with them to another host. */
export interface FollowingBlock<N extends BlockName, V> extends Block<N, V> {
  /** The app's files in which a value of the block leads to a host. */
  filesNaming(
    context: BlockContext,
    options: BlockOptions<N>,
    host: string,
  ): string[];
  /** Puts a host in the place of another. What cannot be changed is a finding. */
  follow(
    context: BlockContext,
    options: BlockOptions<N>,
    hosts: { host: string; newHost: string },
  ): Finding[];
}
