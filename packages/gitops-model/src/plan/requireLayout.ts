import { refusal } from '../checks/refusal';
import { quoteValue } from '../checks/quoteValue';
import type { Finding } from '../finding/Finding';
import { blockOptions } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { BlockName } from '../profile/Profile';
import type { OperationContext } from './OperationContext';

/** Blocks whose one file holds a thing of an app. */
type FileBlock = Extract<
  BlockName,
  'app-kustomization' | 'deployment' | 'service'
>;

/**
 * Whether an app lies in Git the way the profile writes apps. Charts and
 * foreign layouts are read, but not written.
 */
export function requireLayout(
  app: string,
  needs: readonly FileBlock[],
  adds: readonly BlockName[],
  { tree, profile }: OperationContext,
): Finding[] {
  const lacking = adds.find(block => !blockOptions(profile, block));
  if (lacking) {
    return [
      refusal('not-in-profile', {
        message: `The profile of this platform has no ${lacking} block.`,
        fix: 'Ask the platform team to add the block to the profile.',
      }),
    ];
  }
  const missing = needs
    .flatMap(block => blockOptions(profile, block)?.file ?? [])
    .map(file => expandNames(file, { app }))
    .find(file => !tree.has(file));
  return missing === undefined
    ? []
    : [
        refusal('layout-unsupported', {
          message: `The app ${quoteValue(app)} has no ${missing}, so the profile cannot change it.`,
          fix: 'Change this app by hand in the GitOps repository.',
          field: 'app',
          file: missing,
        }),
      ];
}
