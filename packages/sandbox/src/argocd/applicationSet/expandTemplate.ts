import { posix } from 'node:path';
import { RenderError } from '../../render/RenderError';

/** Fills in what the git directories generator gives for a folder, in every text of the value. */
export function expandTemplate(value: unknown, folder: string): unknown {
  if (typeof value === 'string') {
    return value.replace(/\{\{\s*(.*?)\s*\}\}/g, (_action, text: string) =>
      evaluate(text, folder),
    );
  }
  if (Array.isArray(value)) {
    return value.map(one => expandTemplate(one, folder));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, child]) => [
          key,
          expandTemplate(child, folder),
        ]),
      )
    : value;
}

function evaluate(action: string, folder: string): string {
  const value = lookUp(action, folder);
  if (value === undefined) {
    throw new RenderError(
      `failed to execute go template {{${action}}}: map has no entry for key or index out of range`,
    );
  }
  return value;
}

function lookUp(action: string, folder: string): string | undefined {
  switch (action) {
    case '.path.path':
      return folder;
    case '.path.basename':
      return posix.basename(folder);
    default: {
      const index = /^index \.path\.segments (\d+)$/.exec(action)?.[1];
      return index === undefined ? undefined : folder.split('/')[Number(index)];
    }
  }
}
