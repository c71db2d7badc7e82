import type { BlockContext } from '../../blocks/Block';
import { homepageEntry, type HomepageValue } from '../../blocks/homepageEntry';
import { blockOptions } from '../../profile/blockOptions';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';

/** A link to an app where people look for what a platform offers. */
export function dashboardSteps(at: BlockContext, value: HomepageValue): Step[] {
  return stepsFor('homepage-entry', homepageEntry, at, [value]);
}

/** All links of the dashboard, whoever they belong to. */
export function dashboardEntriesOf(at: BlockContext): HomepageValue[] {
  return blockOptions(at.profile, at.layout, 'homepage-entry').flatMap(
    options => homepageEntry.find(at, options),
  );
}
