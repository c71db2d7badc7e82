import { parseArgs } from 'node:util';
import { toError } from '@backstage/errors';

const formats = ['json', 'table'] as const;

/** What `platform read` is asked for. */
export interface ReadRequest {
  /** Of a clone, a worktree or a bare repository. */
  path: string;
  /** Anything Git takes for a commit. */
  revision: string;
  /** Path of a profile's file. */
  profile?: string;
  /** As given: `PATH` or `CLUSTER=PATH`. */
  roots: string[];
  format: (typeof formats)[number];
}

export type Arguments =
  | { kind: 'help' }
  | { kind: 'read'; request: ReadRequest }
  | { kind: 'refused'; reason: string };

/** The command line without the program's own name. */
export function parseArguments(args: readonly string[]): Arguments {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        commit: { type: 'string', default: 'HEAD' },
        format: { type: 'string', default: 'json' },
        help: { type: 'boolean', default: false },
        profile: { type: 'string' },
        root: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch (error) {
    const [sentence] = toError(error).message.split('. ');
    return refused(`${sentence}.`);
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const [command, path, ...rest] = positionals;
  if (command === undefined) return refused('No command is given.');
  if (command !== 'read') return refused(`There is no command ${command}.`);
  if (path === undefined || path === '') {
    return refused('The path of a clone is missing.');
  }
  if (rest.length > 0) {
    return refused(`One clone is read at a time, and ${rest[0]} is a second.`);
  }
  const format = formats.find(name => name === values.format);
  if (!format) {
    return refused(
      `There is no format ${values.format}; choose json or table.`,
    );
  }
  return {
    kind: 'read',
    request: {
      path,
      revision: values.commit,
      profile: values.profile,
      roots: values.root,
      format,
    },
  };
}

function refused(reason: string): Arguments {
  return { kind: 'refused', reason };
}
