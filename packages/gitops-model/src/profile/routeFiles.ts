import { directoryOf } from '../edit/directoryOf';
import { expandNames } from './expandNames';
import { hostPart } from './hostPart';
import { isOneApps } from './isOneApps';
import type { BlockOptions } from './Profile';

/** Whether routes lie in a directory together with those of other apps. */
export function sharesDirectory({
  file,
}: Pick<BlockOptions<'http-route'>, 'file'>): boolean {
  return !isOneApps(directoryOf(file));
}

/** Whether a file is called as the profile would call the app's route of these hosts. */
export function isNamedFor(
  names: Readonly<Record<string, string>>,
  { file: first, furtherFile }: BlockOptions<'http-route'>,
  file: string,
  hosts: readonly string[],
): boolean {
  return (
    file === expandNames(first, names) ||
    hosts.some(
      host =>
        file === expandNames(furtherFile, { ...names, host: hostPart(host) }),
    )
  );
}
