import { toError } from '@backstage/errors';
import { readRepository } from '@internal/gitops-model';
import { chooseProfile } from './chooseProfile';
import { readClone } from './clone/readClone';
import { formatTable } from './output/formatTable';
import { printable } from './output/printable';
import type { ReadOutput } from './output/readOutputSchema';
import { toReadOutput } from './output/toReadOutput';
import { parseArguments, type ReadRequest } from './parseArguments';
import { UnreadableError } from './UnreadableError';
import { usage } from './usage';

/** Where the command writes. */
export interface Terminal {
  write(text: string): void;
  /** For what is no result. */
  tell(text: string): void;
  /** Whether escape sequences for colours are understood and wanted. */
  color: boolean;
}

/** Runs the command and answers with its exit code; every failure is a sentence. */
export async function runCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const parsed = parseArguments(args);
  if (parsed.kind === 'help') {
    terminal.write(usage);
    return 0;
  }
  if (parsed.kind === 'refused') {
    terminal.tell(`${printable(parsed.reason)}\n\n${usage}`);
    return 2;
  }
  try {
    const output = await read(parsed.request);
    for (const sentence of output.assumed) {
      terminal.tell(`Assumed: ${printable(sentence)}\n`);
    }
    terminal.write(
      parsed.request.format === 'table'
        ? formatTable(output, terminal)
        : `${JSON.stringify(output, undefined, 2)}\n`,
    );
    const failed = output.findings.some(({ severity }) => severity === 'error');
    return failed ? 1 : 0;
  } catch (error) {
    const { message } = toError(error);
    const sentence =
      error instanceof UnreadableError
        ? message
        : `The command failed: ${message}`;
    terminal.tell(`${sentence.split('\n').map(printable).join('\n')}\n`);
    return 2;
  }
}

async function read(request: ReadRequest): Promise<ReadOutput> {
  const clone = await readClone(request.path, request.revision);
  const { profile, assumed } = chooseProfile(clone, request);
  return toReadOutput(readRepository(clone.snapshot, profile), assumed);
}
