// Writes src/talos/protocol; with --check, only says whether it is as it would be written.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateProtocol, target } from './generateProtocol.mjs';

const check = process.argv.includes('--check');

await mkdir(target, { recursive: true });
for (const { name, text } of await generateProtocol()) {
  const file = path.join(target, name);
  if (!check) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.exitCode = 1;
    console.error(`${name} is not what proto/ says; run yarn generate`);
  }
}
