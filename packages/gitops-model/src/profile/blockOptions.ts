import type { BlockName, BlockOptions, WritableProfile } from './Profile';

/** What the profile says of one block; `undefined` where it has no such block. */
export function blockOptions<N extends BlockName>(
  profile: WritableProfile,
  block: N,
): BlockOptions<N> | undefined {
  return profile.blocks.find(
    (options): options is BlockOptions<N> => options.block === block,
  );
}
