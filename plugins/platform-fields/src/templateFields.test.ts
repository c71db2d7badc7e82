import { readTemplates } from './__testUtils__/readTemplate';
import { formFieldLoaders } from './extensions/formFields';
import { toFieldExtensions } from './wizard/toFieldExtensions';

function usedFields(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'ui:field' ? [String(part)] : usedFields(part),
  );
}

it('has every field the templates ask for, and no other', async () => {
  const fields = await Promise.all(
    Object.values(formFieldLoaders).map(load => load()),
  );
  expect(
    toFieldExtensions(fields)
      .map(field => field.name)
      .sort(),
  ).toEqual(
    [
      ...new Set(
        readTemplates().flatMap(({ spec }) => usedFields(spec.parameters)),
      ),
    ].sort(),
  );
});
