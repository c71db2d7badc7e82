import type { YamlDocument } from '../../documents/parseYaml';
import { isRecord } from '../../isRecord';
import type { Templates } from './Templates';

type RenderedTree =
  | { value: unknown }
  /** `line` is where the failing text's mapping or list starts. */
  | { problem: string; line?: number };

/**
 * Renders every text of a tree, keys included, and keeps where its mappings
 * and lists were written: lines of `from` are entered into `to`.
 */
export function renderTree(
  templates: Templates,
  tree: unknown,
  params: Record<string, unknown>,
  lines?: { from: YamlDocument; to: YamlDocument },
): RenderedTree {
  let failure: { problem: string; line?: number } | undefined;
  const text = (template: string, parent: object | undefined) => {
    const rendered = templates.render(template, params);
    if ('text' in rendered) return rendered.text;
    failure ??= {
      problem: rendered.problem,
      line: parent && lines?.from.lines.get(parent),
    };
    return '';
  };
  const placed = <T extends object>(source: object, rendered: T): T => {
    const line = lines?.from.lines.get(source);
    const texts = lines?.from.textLines.get(source);
    if (line !== undefined) lines?.to.lines.set(rendered, line);
    if (texts) lines?.to.textLines.set(rendered, texts);
    return rendered;
  };
  const visit = (value: unknown, parent: object | undefined): unknown => {
    if (failure) return undefined;
    if (typeof value === 'string') return text(value, parent);
    if (Array.isArray(value)) {
      return placed(
        value,
        value.map(item => visit(item, value)),
      );
    }
    if (!isRecord(value)) return value;
    const entries = Object.entries(value).map(([key, child]) => [
      text(key, value),
      visit(child, value),
    ]);
    return placed(value, Object.fromEntries(entries));
  };
  const value = visit(tree, undefined);
  return failure ?? { value };
}
