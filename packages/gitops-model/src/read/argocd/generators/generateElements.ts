import type { Generator, MatrixGenerator } from '../ApplicationSet';
import { renderTree } from '../template/renderTree';
import { clusterElements } from './clusterElements';
import { flattenParams } from './flattenParams';
import type { Element, GeneratorContext } from './GeneratorContext';
import { gitElements } from './gitElements';
import { listElements } from './listElements';
import { isEmptySelector, matchesSelector } from './matchesSelector';
import { combineElements, mergeElements } from './mergeElements';
import { parseGenerator } from './parseGenerator';
import { reportTemplate } from './reportTemplate';

/** Of one ApplicationSet. */
const maxElements = 10_000;
const maxDepth = 4;

/**
 * What one generator yields; `undefined`, with a finding, where that cannot be
 * told. A generator that yields nothing gets a finding as well.
 */
export function generateElements(
  context: GeneratorContext,
  generator: Generator,
  depth = 0,
): Element[] | undefined {
  const { reading, set } = context;
  const elements = yieldElements(context, generator, depth);
  if (!elements) return undefined;
  const { selector } = generator;
  const selected =
    selector && !isEmptySelector(selector)
      ? elements.filter(({ params }) =>
          matchesSelector(
            selector,
            new Map(Object.entries(flattenParams(params))),
          ),
        )
      : elements;
  if (selected.length === 0 && depth === 0) {
    reading.report(
      {
        code: 'generator-empty',
        severity: 'warning',
        message: `A generator of the ApplicationSet ${set.name} yields nothing, so that no Application comes of it.`,
        fix: 'Correct its paths or elements, or remove it.',
      },
      set.source,
    );
  }
  if (selected.length > maxElements) {
    reading.report(
      {
        code: 'not-evaluated',
        severity: 'warning',
        message: `The ApplicationSet ${set.name} makes more than ${maxElements} Applications; the rest is not read.`,
      },
      set.source,
    );
  }
  return selected.slice(0, maxElements);
}

function yieldElements(
  context: GeneratorContext,
  { git, list, clusters, matrix, merge, ...others }: Generator,
  depth: number,
): Element[] | undefined {
  if (git) return gitElements(context, git);
  if (list) return listElements(context, list);
  if (clusters) return clusterElements(context, clusters);
  if (depth < maxDepth) {
    if (matrix) return matrixElements(context, matrix.generators, depth + 1);
    if (merge) {
      const all = merge.generators.map(item =>
        nested(context, item, depth + 1),
      );
      return mergeElements(context, merge.mergeKeys, all);
    }
  }
  const [kind = 'of no kind'] = Object.keys(others).filter(
    key => key !== 'selector',
  );
  context.reading.report(
    {
      code: 'not-evaluated',
      severity: 'info',
      message: `The ApplicationSet ${context.set.name} uses a generator (${kind}) that the portal does not evaluate.`,
    },
    context.set.source,
  );
  return undefined;
}

/** Every element of the first with every one of the second, which may use the first's parameters. */
function matrixElements(
  context: GeneratorContext,
  [first, second]: MatrixGenerator['generators'],
  depth: number,
): Element[] | undefined {
  const outer = nested(context, first, depth);
  if (!outer) return undefined;
  const combined: Element[] = [];
  for (const element of outer) {
    const rendered = renderTree(context.templates, second, element.params);
    if ('problem' in rendered) {
      reportTemplate(context, rendered.problem);
      continue;
    }
    const inner = nested(context, rendered.value, depth);
    if (!inner) return undefined;
    for (const other of inner) {
      const both = combineElements(context, element, other);
      if (both) combined.push(both);
    }
    if (combined.length > maxElements) break;
  }
  return combined;
}

function nested(
  context: GeneratorContext,
  generator: unknown,
  depth: number,
): Element[] | undefined {
  const parsed = parseGenerator(context, generator);
  return parsed && generateElements(context, parsed, depth);
}
