import { toError } from '@backstage/errors';
import type { Command, ExitCode } from './Command';
import { checkCommand } from './commands/check/checkCommand';
import { learnCommand } from './commands/learn/learnCommand';
import { planCommand } from './commands/plan/planCommand';
import { readCommand } from './commands/read/readCommand';
import { printable } from './printable';
import type { Terminal } from './Terminal';
import { UnreadableError } from './UnreadableError';
import { UsageError } from './UsageError';

const commands: ReadonlyMap<string, Command> = new Map([
  ['read', readCommand],
  ['plan', planCommand],
  ['check', checkCommand],
  ['learn', learnCommand],
]);

const usage = `Usage: platform <command> <path of a clone> [options]

Commands:
  read   print what the GitOps engine would find in one commit
  plan   print what a request changes, or write it into the work tree
  check  check a commit, or what it changes since another one
  learn  propose a profile for a repository

platform <command> --help tells more.
`;

/** Runs the command and answers with its exit code; every failure is a sentence. */
export async function runCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const [name, ...rest] = args;
  const command = commands.get(name);
  if (args.includes('--help')) {
    terminal.write(command?.usage ?? usage);
    return 0;
  }
  try {
    if (name === undefined) throw new UsageError('No command is given.');
    if (!command) throw new UsageError(`There is no command ${name}.`);
    return await command.run(rest, terminal);
  } catch (error) {
    const { message } = toError(error);
    const sentence =
      error instanceof UnreadableError || error instanceof UsageError
        ? message
        : `The command failed: ${message}`;
    terminal.tell(`${sentence.split('\n').map(printable).join('\n')}\n`);
    if (error instanceof UsageError) {
      terminal.tell(`\n${command?.usage ?? usage}`);
    }
    return 2;
  }
}
