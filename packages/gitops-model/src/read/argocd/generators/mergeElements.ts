import { mergeMappings } from '../mergeMappings';
import { entryOf } from '../template/goValues';
import type { Element, GeneratorContext } from './GeneratorContext';
import { reportTemplate } from './reportTemplate';

/** Two elements as one of a matrix; what the first says wins. */
export function combineElements(
  context: GeneratorContext,
  first: Element,
  second: Element,
): Element | undefined {
  const clash = Object.keys(first.params).find(key => {
    const other = entryOf(second.params, key);
    return other !== undefined && other !== first.params[key];
  });
  if (clash !== undefined && !context.goTemplate) {
    reportTemplate(
      context,
      `both generators of a matrix give the parameter "${clash}"`,
    );
    return undefined;
  }
  return {
    params: mergeMappings(second.params, first.params),
    directory: first.directory ?? second.directory,
  };
}

/**
 * The first generator's elements, changed by those of the others that have
 * the same values for all keys; `undefined` where one cannot be told.
 */
export function mergeElements(
  context: GeneratorContext,
  keys: readonly string[],
  [base, ...others]: (Element[] | undefined)[],
): Element[] | undefined {
  const merged = base && byKeys(context, keys, base);
  if (!merged) return undefined;
  for (const elements of others) {
    const over = elements && byKeys(context, keys, elements);
    if (!over) return undefined;
    for (const [id, { params, directory }] of over) {
      const known = merged.get(id);
      if (!known) continue;
      merged.set(id, {
        params: mergeMappings(known.params, params),
        directory: known.directory ?? directory,
      });
    }
  }
  return [...merged.values()];
}

function byKeys(
  context: GeneratorContext,
  keys: readonly string[],
  elements: readonly Element[],
): Map<string, Element> | undefined {
  const found = new Map<string, Element>();
  for (const element of elements) {
    const id = JSON.stringify(
      keys.map(key => entryOf(element.params, key) ?? null),
    );
    if (found.has(id)) {
      reportTemplate(
        context,
        `two elements have the same values for ${keys.join(', ')}, which are to tell them apart`,
      );
      return undefined;
    }
    found.set(id, element);
  }
  return found;
}
