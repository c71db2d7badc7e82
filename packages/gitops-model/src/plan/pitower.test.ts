import {
  pitower,
  pitowerRepository,
  pitowerRequest,
  planPitower,
} from '../__testUtils__/pitowerFixture';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';

describe('a plan by a profile of ApplicationSets', () => {
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
