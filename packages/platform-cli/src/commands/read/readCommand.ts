import { readRepository } from '@internal/gitops-model';
import { readClone } from '../../clone/readClone';
import type { Command } from '../../Command';
import { oneOf, parseOptions } from '../../parseOptions';
import { chooseProfile } from '../chooseProfile';
import { tellAssumed } from '../tellAssumed';
import { formatTable } from './formatTable';
import { toReadOutput } from './toReadOutput';

/** `platform read`: the model of one commit. */
export const readCommand: Command = {
  usage: `Usage: platform read <path of a clone> [options]

Prints what the GitOps engine would find in one commit of the repository.
Nothing is checked out, fetched, executed or decrypted.

Options:
  --commit REVISION  commit, branch or tag to read (default: HEAD)
  --profile FILE     how the repository is to be read, as under platforms/
  --root PATH        where the engine starts, as PATH or CLUSTER=PATH;
                     may be given several times
  --format FORMAT    json (default) or table
  --help             this text

Without a profile, engine and roots are found where that is unambiguous; what
was assumed is said on the error output and in "assumed".

Exit codes: 0 read; 1 read, and there are findings of severity error; 2 not read.
`,

  async run(args, terminal) {
    const { path, values } = parseOptions(args, {
      commit: { type: 'string', default: 'HEAD' },
      format: { type: 'string', default: 'json' },
      profile: { type: 'string' },
      root: { type: 'string', multiple: true, default: [] },
    });
    const format = oneOf('format', values.format, ['json', 'table']);
    const clone = await readClone(path, values.commit);
    const { profile, assumed } = chooseProfile(clone, {
      profile: values.profile,
      roots: values.root,
    });
    const model = readRepository(clone.snapshot, profile);
    const output = toReadOutput(model, assumed);
    tellAssumed(assumed, terminal);
    terminal.write(
      format === 'table'
        ? formatTable(output, terminal)
        : `${JSON.stringify(output, undefined, 2)}\n`,
    );
    return output.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
