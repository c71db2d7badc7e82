import type { BlockContext } from '../../blocks/Block';
import { quoteValue } from '../../checks/quoteValue';
import { refusal } from '../../checks/refusal';
import type { Finding } from '../../finding/Finding';
import { blocksOf } from '../../profile/blockOptions';
import { expandNames } from '../../profile/expandNames';
import type { BlockName } from '../../profile/Profile';
import { type Aspect, aspectBlocks } from './aspectBlocks';

/**
 * Whether an app lies in Git the way its layout writes apps. What has another
 * form is read, but not written.
 *
 * @param needs - what must be there already
 * @param adds - what the layout must have a block for
 */
export function requireAspects(
  at: BlockContext,
  needs: readonly Aspect[],
  adds: readonly Aspect[],
): Finding[] {
  const blocks = blocksOf(at.profile, at.layout);
  const offered = (aspect: Aspect) => {
    const names: readonly BlockName[] = aspectBlocks[aspect];
    return blocks.filter(({ block }) => names.includes(block));
  };
  const lacking = adds.find(aspect => offered(aspect).length === 0);
  if (lacking) {
    return [
      refusal('not-in-profile', {
        message: `The profile of this platform has no block for the ${lacking.replace('-', ' ')} of ${at.layout.name} apps.`,
        fix: 'Ask the platform team to add the block to the profile.',
      }),
    ];
  }
  const missing = needs
    .map(aspect =>
      offered(aspect).map(({ file }) => expandNames(file, at.names)),
    )
    .find(
      files => files.length > 0 && !files.some(file => at.tree.has(file)),
    )?.[0];
  return missing === undefined
    ? []
    : [
        refusal('layout-unsupported', {
          message: `The app ${quoteValue(at.app)} has no ${missing}, so the profile cannot change it.`,
          fix: 'Change this app by hand in the GitOps repository.',
          field: 'app',
          file: missing,
        }),
      ];
}
