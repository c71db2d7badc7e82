import type {
  AnyBlockOptions,
  BlockName,
  BlockOptions,
  Layout,
  WritableProfile,
} from './Profile';

/** All blocks of a layout: its own, then those of every layout. */
export function blocksOf(
  profile: WritableProfile,
  layout: Layout,
): AnyBlockOptions[] {
  return [...layout.blocks, ...profile.blocks];
}

/** What a layout says of one kind of block, once per block it lists. */
export function blockOptions<N extends BlockName>(
  profile: WritableProfile,
  layout: Layout,
  block: N,
): BlockOptions<N>[] {
  return blocksOf(profile, layout).filter(
    (options): options is BlockOptions<N> => options.block === block,
  );
}
