import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plan, readTexts, wholeRequest } from '../__testUtils__/readFixture';

describe('planOperations', () => {
  it('plans a whole app as the golden files say', () => {
    const { findings, edits, commit } = plan(wholeRequest);
    expect(findings).toEqual([]);
    expect(commit).toBe('0123456789abcdef0123456789abcdef01234567');
    const after = Object.fromEntries(
      edits.map(edit => [edit.path, edit.kind === 'delete' ? '' : edit.after]),
    );
    if (process.env.UPDATE_GOLDEN) {
      for (const [path, text] of Object.entries(after)) {
        const file = join(__dirname, '__fixtures__', 'planned', path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    expect(after).toEqual(readTexts('planned'));
  });
});
