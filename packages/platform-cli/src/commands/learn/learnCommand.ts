import { learnProfile, readRepository } from '@internal/gitops-model';
import { readClone } from '../../clone/readClone';
import type { Command } from '../../Command';
import { oneOf, parseOptions } from '../../parseOptions';
import { chooseProfile } from '../chooseProfile';
import { tellAssumed } from '../tellAssumed';
import { formatProfile } from './formatProfile';

/** `platform learn`: a profile as the repository proposes it. */
export const learnCommand: Command = {
  usage: `Usage: platform learn <path of a clone> [options]

Proposes a profile: how the repository is read, how most of its files are
written and by what share, and what it does not tell. The output is a valid
profile for reading; the rest stands in its comments.

Options:
  --commit REVISION  commit, branch or tag to read (default: HEAD)
  --root PATH        where the engine starts, as PATH or CLUSTER=PATH;
                     may be given several times
  --format FORMAT    yaml (default) or json
  --help             this text

Exit codes: 0 learnt; 2 not learnt.
`,

  async run(args, terminal) {
    const { path, values } = parseOptions(args, {
      commit: { type: 'string', default: 'HEAD' },
      format: { type: 'string', default: 'yaml' },
      root: { type: 'string', multiple: true, default: [] },
    });
    const format = oneOf('format', values.format, ['yaml', 'json']);
    const clone = await readClone(path, values.commit);
    const { profile, assumed } = chooseProfile(clone, {
      profile: undefined,
      roots: values.root,
    });
    const model = readRepository(clone.snapshot, profile);
    const learned = learnProfile(clone.snapshot, model, profile);
    tellAssumed(assumed, terminal);
    terminal.write(
      format === 'yaml'
        ? formatProfile(learned)
        : `${JSON.stringify(learned, undefined, 2)}\n`,
    );
    return 0;
  },
};
