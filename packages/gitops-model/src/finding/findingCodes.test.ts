import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findingCodes } from './findingCodes';

describe('findingCodes', () => {
  it('are those of the page on findings, each documented once, in order', () => {
    const page = readFileSync(
      resolve(__dirname, '../../../../docs/findings.md'),
      'utf8',
    );
    const documented = [...page.matchAll(/^\| `([a-z-]+)` +\| .+ \| .+ \|$/gm)];
    expect(documented.map(([, code]) => code).sort()).toEqual([
      ...findingCodes,
    ]);
    expect([...findingCodes].sort()).toEqual([...findingCodes]);
  });
});
