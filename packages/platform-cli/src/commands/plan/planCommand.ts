import {
  applyEdits,
  type Finding,
  isWritable,
  type Plan,
  planOperations,
  readRepository,
} from '@internal/gitops-model';
import { checkChange } from '@internal/gitops-model/schemas';
import { readClone } from '../../clone/readClone';
import type { Command } from '../../Command';
import { parseOptions } from '../../parseOptions';
import { UnreadableError } from '../../UnreadableError';
import { UsageError } from '../../UsageError';
import { chooseProfile } from '../chooseProfile';
import { tellAssumed } from '../tellAssumed';
import { toPlanOutput } from './PlanOutput';
import { readOperations } from './readOperations';
import { requesterOf } from './requesterOf';
import { showPlan } from './showPlan';
import { writeEdits } from './writeEdits';

/** `platform plan`: what a request changes in Git. */
export const planCommand: Command = {
  usage: `Usage: platform plan <path of a clone> --profile FILE --operations FILE [options]

Plans operations on the commit that HEAD names, as the portal does, and prints
the edits as a patch that git apply takes. Findings go to the error output.

Options:
  --profile FILE     how the repository wants its files written, as under platforms/
  --operations FILE  what is asked for, as a JSON list
  --as GROUP         ask as a member of this group alone, such as
                     group:default/atlas (default: as the platform team)
  --write            put the edits into the work tree, unless there are errors
                     or the files concerned differ from HEAD
  --json             print one JSON object instead
  --help             this text

Exit codes: 0 planned, and written where asked; 1 refused by findings of
severity error, and nothing is written; 2 not planned or not written.
`,

  async run(args, terminal) {
    const { path, values } = parseOptions(args, {
      as: { type: 'string' },
      json: { type: 'boolean', default: false },
      operations: { type: 'string' },
      profile: { type: 'string' },
      write: { type: 'boolean', default: false },
    });
    if (values.profile === undefined || values.operations === undefined) {
      throw new UsageError('Both --profile and --operations are needed.');
    }
    const requester = requesterOf(values.as);
    const operations = readOperations(values.operations);
    const clone = await readClone(path, 'HEAD');
    const { profile, assumed } = chooseProfile(clone, {
      profile: values.profile,
      roots: [],
    });
    if (!isWritable(profile)) {
      throw new UnreadableError(
        `The profile ${values.profile} lists no blocks: it says how the repository is read, and not how it is written.`,
      );
    }
    const { snapshot } = clone;
    const model = readRepository(snapshot, profile);
    const planned = planOperations({
      snapshot,
      model,
      profile,
      operations,
      requester,
    });
    const plan: Plan = {
      ...planned,
      findings: withoutRepeats([
        ...planned.findings,
        ...checkChange({
          head: applyEdits(snapshot, planned.edits),
          profile,
          since: { fork: snapshot, base: snapshot },
        }),
      ]),
    };
    const refused = plan.findings.some(({ severity }) => severity === 'error');
    const written = values.write && !refused;
    if (written) await writeEdits(path, plan);
    tellAssumed(assumed, terminal);
    const output = toPlanOutput(plan, written);
    if (values.json) {
      terminal.write(`${JSON.stringify(output, undefined, 2)}\n`);
    } else {
      showPlan(output, terminal);
    }
    return refused ? 1 : 0;
  },
};

/** The first of those that say the same of the same file. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, file, message }) => {
    const key = JSON.stringify([code, file, message]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
