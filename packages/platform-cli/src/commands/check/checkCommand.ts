import { checkChange } from '@internal/gitops-model/schemas';
import { mergeBase } from '../../clone/mergeBase';
import { readClone } from '../../clone/readClone';
import type { Command } from '../../Command';
import { oneOf, parseOptions } from '../../parseOptions';
import { chooseProfile } from '../chooseProfile';
import { formatFindings } from '../formatFindings';
import { tellAssumed } from '../tellAssumed';
import type { CheckOutput } from './CheckOutput';
import { formatMarkdown } from './formatMarkdown';
import { formatSarif } from './formatSarif';

/** `platform check`: what there is to say against a branch. */
export const checkCommand: Command = {
  usage: `Usage: platform check <path of a clone> [options]

Checks a commit as the portal checks its own plans: schemas, pods, secrets in
plain text, and what does not fit together. With --base only what the commit
brings is said, and also what it takes that another app holds there.

Options:
  --base REVISION    what the commit is to become part of, such as origin/main
  --commit REVISION  commit, branch or tag to check (default: HEAD)
  --profile FILE     how the repository is to be read, as under platforms/
  --root PATH        where the engine starts, as PATH or CLUSTER=PATH;
                     may be given several times
  --format FORMAT    text (default), json, sarif or markdown
  --help             this text

Exit codes: 0 nothing of severity error; 1 errors; 2 not checked.
`,

  async run(args, terminal) {
    const { path, values } = parseOptions(args, {
      base: { type: 'string' },
      commit: { type: 'string', default: 'HEAD' },
      format: { type: 'string', default: 'text' },
      profile: { type: 'string' },
      root: { type: 'string', multiple: true, default: [] },
    });
    const format = oneOf('format', values.format, [
      'text',
      'json',
      'sarif',
      'markdown',
    ]);
    const head = await readClone(path, values.commit);
    const since =
      values.base === undefined
        ? undefined
        : await readBase(path, values.base, head.snapshot.commit);
    // The base says how it is read, so that a branch cannot hide anything.
    const { profile, assumed } = chooseProfile(
      since ? { ...head, snapshot: since.base } : head,
      { profile: values.profile, roots: values.root },
    );
    const output: CheckOutput = {
      commit: head.snapshot.commit,
      base: since?.base.commit,
      fork: since?.fork.commit,
      findings: checkChange({ head: head.snapshot, profile, since }),
    };
    tellAssumed(assumed, terminal);
    terminal.write(
      {
        text: () => `${formatFindings(output.findings, terminal).join('\n')}\n`,
        json: () => `${JSON.stringify(output, undefined, 2)}\n`,
        sarif: () => formatSarif(output, profile.roots[0].path),
        markdown: () => formatMarkdown(output),
      }[format](),
    );
    return output.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

async function readBase(path: string, revision: string, head: string) {
  const { snapshot: base } = await readClone(path, revision);
  const commit = await mergeBase(path, base.commit, head);
  if (commit === base.commit) return { base, fork: base };
  const { snapshot: fork } = await readClone(path, commit);
  return { base, fork };
}
