import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);
export const tools = path.join(root, '.tools');
/** Stamps and other things that can be thrown away at any time. */
export const state = path.join(root, '.portal');
