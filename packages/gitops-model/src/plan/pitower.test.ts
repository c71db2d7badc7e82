import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  pitower,
  pitowerRepository,
  pitowerRequest,
  planPitower,
} from '../__testUtils__/pitowerFixture';
import { readTexts } from '../__testUtils__/readFixture';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';

describe('a plan by a profile of ApplicationSets', () => {
  it('writes a whole app as the golden files say', () => {
    const { findings, edits } = planPitower(pitowerRequest);
    expect(findings).toEqual([]);
    const after = Object.fromEntries(
      edits.map(edit => [edit.path, edit.kind === 'delete' ? '' : edit.after]),
    );
    if (process.env.UPDATE_GOLDEN) {
      for (const [path, text] of Object.entries(after)) {
        const file = join(__dirname, '__fixtures__/pitower/planned', path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    expect(after).toEqual(readTexts('pitower/planned'));
  });

  it('reads back as what was asked for, and changes nothing when asked again', () => {
    const { edits } = planPitower(pitowerRequest);
    const after = applyEdits(pitowerRepository, edits);
    const model = readRepository(after, pitower);
    expect(model.findings).toEqual(
      readRepository(pitowerRepository, pitower).findings,
    );
    expect(model.apps).toContainEqual(
      expect.objectContaining({
        name: 'selfhosted-notes',
        category: 'selfhosted',
        namespace: 'selfhosted',
        owner: 'group:default/atlas',
        system: 'office',
        description: 'Meeting notes: who said what, and when.',
        template: 'new-service 1.0.0',
      }),
    );
    expect(planPitower(pitowerRequest, after)).toMatchObject({
      edits: [],
      findings: [],
    });
  });
});
