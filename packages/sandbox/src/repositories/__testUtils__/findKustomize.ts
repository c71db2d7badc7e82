import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const commands = [
  ['kustomize', 'build'],
  ['kubectl', 'kustomize'],
];

/** Builds a folder with the real kustomize; answers with what it prints. */
export type Kustomize = (folder: string) => Promise<string>;

/**
 * The real kustomize of this machine. Undefined, said on stderr, where there is
 * none; in CI that is an error.
 */
export async function findKustomize(): Promise<Kustomize | undefined> {
  for (const [program = '', subcommand = ''] of commands) {
    try {
      await run(program, [subcommand, '--help']);
      return async folder => {
        const { stdout } = await run(program, [
          subcommand,
          '--load-restrictor',
          'LoadRestrictionsNone',
          folder,
        ]);
        return stdout;
      };
    } catch {
      // The next one may be there.
    }
  }
  if (process.env.CI) {
    throw new Error('CI needs kubectl or kustomize for this test.');
  }
  process.stderr.write('Skipped: neither kubectl nor kustomize is here.\n');
  return undefined;
}
