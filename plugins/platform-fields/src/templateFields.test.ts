import { newServiceTemplate } from './__testUtils__/newServiceTemplate';
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

it('has every field the template new-service asks for, and no other', async () => {
  const fields = await Promise.all(
    Object.values(formFieldLoaders).map(load => load()),
  );
  expect(
    toFieldExtensions(fields)
      .map(field => field.name)
      .sort(),
  ).toEqual(usedFields(newServiceTemplate.spec.parameters).sort());
});
