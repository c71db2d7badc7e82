import { parseYaml } from '../../documents/parseYaml';
import { isRecord } from '../../isRecord';
import type { ListGenerator } from '../ApplicationSet';
import type { Element, GeneratorContext } from './GeneratorContext';
import { reportTemplate } from './reportTemplate';

/** The elements as they are listed. */
export function listElements(
  context: GeneratorContext,
  { elements, elementsYaml }: ListGenerator,
): Element[] | undefined {
  const { documents, problems } = parseYaml(elementsYaml ?? '');
  const value = documents[0]?.value ?? [];
  if (problems.length > 0 || !Array.isArray(value) || !value.every(isRecord)) {
    reportTemplate(context, 'its elementsYaml is no list of mappings');
    return undefined;
  }
  const listed = [...elements, ...value];
  const plain = listed.flatMap(element => {
    const params = context.goTemplate ? element : plainParams(element);
    if (params) return [{ params }];
    reportTemplate(
      context,
      'without goTemplate, every value of a listed element must be a text',
    );
    return [];
  });
  return plain.length === 0 && listed.length > 0 ? undefined : plain;
}

function plainParams(
  element: Record<string, unknown>,
): Record<string, unknown> | undefined {
  const { values, ...others } = element;
  const params = Object.entries(others);
  for (const [key, value] of Object.entries(isRecord(values) ? values : {})) {
    params.push([`values.${key}`, value]);
  }
  return params.every(([, value]) => typeof value === 'string')
    ? Object.fromEntries(params)
    : undefined;
}
