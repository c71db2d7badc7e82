import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const goldens = resolve(__dirname, '../../plan/__goldens__');

/** Whether golden files are written instead of compared; never so in CI. */
const isRewriting = process.env.UPDATE_GOLDENS === 'yes';
if (isRewriting && process.env.CI) {
  throw new Error(
    'Golden files are not rewritten in CI: unset UPDATE_GOLDENS.',
  );
}

/** Compares a text with the golden file of this path, which people have read. */
export function expectGolden(path: string, text: string): void {
  const file = resolve(goldens, path);
  if (isRewriting) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(text);
}

/** Paths of all golden files, sorted. */
export function listGoldens(): string[] {
  return readdirSync(goldens, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => relative(goldens, join(file.parentPath, file.name)))
    .sort();
}
