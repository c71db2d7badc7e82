import { renderTree } from '../template/renderTree';
import type { GeneratorContext } from './GeneratorContext';
import { isRecord } from '../../isRecord';
import { reportTemplate } from './reportTemplate';

/** Adds a generator's `values`, which may use its own parameters; `undefined`, with a finding, where they fail. */
export function withValues(
  context: GeneratorContext,
  params: Record<string, unknown>,
  values: Record<string, string>,
): Record<string, unknown> | undefined {
  if (Object.keys(values).length === 0) return params;
  const rendered = renderTree(context.templates, values, params);
  if ('problem' in rendered) {
    reportTemplate(context, rendered.problem);
    return undefined;
  }
  if (!isRecord(rendered.value)) return params;
  if (context.goTemplate) return { ...params, values: rendered.value };
  return {
    ...params,
    ...Object.fromEntries(
      Object.entries(rendered.value).map(([key, value]) => [
        `values.${key}`,
        value,
      ]),
    ),
  };
}
