import type { Finding } from '../finding/Finding';
import type { PlanTree } from '../plan/PlanTree';
import type { AppNames } from '../profile/AppNames';
import type {
  BlockName,
  BlockOptions,
  Layout,
  WritableProfile,
} from '../profile/Profile';
import type { Claim } from './Claim';

/** Where a block writes and looks. */
export interface BlockContext {
  tree: PlanTree;
  profile: WritableProfile;
  layout: Layout;
  app: string;
  names: AppNames;
  /** Other apps that lie in the app's namespace. */
  neighbours: readonly string[];
}

/** One convention of a repository: it can write one kind of thing and find it again. */
export interface Block<N extends BlockName, V> {
  /** Writes a value that is not there yet. What cannot be written is a finding. */
  write(context: BlockContext, options: BlockOptions<N>, value: V): Finding[];
  /** All values of the app as they stand in the tree. */
  find(context: BlockContext, options: BlockOptions<N>): V[];
  /** What writing the value takes for the app alone. */
  claims(value: V, context: BlockContext, options: BlockOptions<N>): Claim[];
}

/** A block whose values share a file with other apps', so that each is taken out by itself. */
export interface RetiringBlock<N extends BlockName, V> extends Block<N, V> {
  /** Takes a value out that `find` found. What cannot be taken out is a finding. */
  retire(context: BlockContext, options: BlockOptions<N>, value: V): Finding[];
}
