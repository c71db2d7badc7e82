import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * The directory that holds all mirrors: under `backend.workingDirectory`, else
 * under the machine's temporary directory. It must belong to the portal's own
 * user, because Git obeys the configuration it finds in a repository.
 */
export function prepareWorkingDirectory(config: Config): string {
  const base = config.getOptionalString('backend.workingDirectory') ?? tmpdir();
  const user = process.getuid?.();
  const directory = join(
    base,
    user === undefined ? 'gitops-mirrors' : `gitops-mirrors-${user}`,
  );
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const found = lstatSync(directory);
  const isOwn =
    found.isDirectory() && (user === undefined || found.uid === user);
  if (!isOwn) {
    throw new InputError(
      `${directory} belongs to another user or is no directory; remove it, or set backend.workingDirectory to a directory of the portal's own.`,
    );
  }
  return directory;
}
