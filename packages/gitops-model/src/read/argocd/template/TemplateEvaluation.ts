import { isRecord } from '../../isRecord';
import { describe, entryOf, isTrue, toText } from './goValues';
import type { GoFunction } from './GoFunction';
import { listFunctions } from './listFunctions';
import { logicFunctions } from './logicFunctions';
import type { TemplateBudget } from './TemplateBudget';
import { TemplateError } from './TemplateError';
import type { Expression, Pipeline, TemplateNode } from './TemplateNode';
import { textFunctions } from './textFunctions';
import { weightOf } from './weightOf';

/** What to do about a key that a mapping lacks: Go's option `missingkey`. */
export type MissingKey = 'default' | 'error';

/** Of one value, written out. */
const maxWeight = 1024 * 1024;

const functions = new Map<string, GoFunction>([
  ...Object.entries(logicFunctions),
  ...Object.entries(listFunctions),
  ...Object.entries(textFunctions),
]);

type Scope = Map<string, { value: unknown }>;

/** Renders a parsed template. */
export class TemplateEvaluation {
  readonly #missingKey: MissingKey;
  readonly #budget: TemplateBudget;
  #output = '';

  constructor(missingKey: MissingKey, budget: TemplateBudget) {
    this.#missingKey = missingKey;
    this.#budget = budget;
  }

  /** @throws TemplateError where Go would stop, or where the budget is spent. */
  render(nodes: readonly TemplateNode[], data: unknown): string {
    this.#renderList(nodes, data, new Map([['$', { value: data }]]));
    return this.#output;
  }

  #renderList(
    nodes: readonly TemplateNode[],
    dot: unknown,
    outer: Scope,
  ): void {
    this.#budget.spend(outer.size);
    const scope: Scope = new Map(outer);
    for (const node of nodes) this.#renderNode(node, dot, scope);
  }

  #renderNode(node: TemplateNode, dot: unknown, scope: Scope): void {
    this.#budget.spend(1);
    if (node.type === 'text') {
      this.#write(node.text);
      return;
    }
    const inner: Scope = node.type === 'print' ? scope : new Map(scope);
    if (node.type === 'range') {
      this.#renderRange(node, dot, inner);
      return;
    }
    const value = this.#pipeline(node.pipeline, dot, inner);
    if (node.type === 'print') {
      if (node.pipeline.targets.length === 0) this.#write(toText(value));
    } else if (isTrue(value)) {
      this.#renderList(node.body, node.type === 'with' ? value : dot, inner);
    } else {
      this.#renderList(node.otherwise, dot, inner);
    }
  }

  #renderRange(
    {
      pipeline,
      body,
      otherwise,
    }: Exclude<TemplateNode, { type: 'text' | 'print' }>,
    dot: unknown,
    scope: Scope,
  ): void {
    const value = this.#pipeline({ ...pipeline, targets: [] }, dot, scope);
    const entries = entriesOf(value);
    if (entries.length === 0) {
      this.#renderList(otherwise, dot, scope);
      return;
    }
    const { targets } = pipeline;
    for (const [key, item] of entries) {
      this.#budget.spend(1);
      const inner: Scope = new Map(scope);
      const [first, second] = targets;
      if (second !== undefined) {
        inner.set(first, { value: key });
        inner.set(second, { value: item });
      } else if (first !== undefined) {
        inner.set(first, { value: item });
      }
      this.#renderList(body, item, inner);
    }
  }

  #pipeline(
    { targets, declares, commands }: Pipeline,
    dot: unknown,
    scope: Scope,
  ): unknown {
    let value: unknown;
    commands.forEach((command, index) => {
      const piped = index === 0 ? [] : [value];
      value = this.#command(command, piped, dot, scope);
    });
    for (const target of targets) {
      const variable = scope.get(target);
      if (declares) scope.set(target, { value });
      else if (variable) variable.value = value;
      else throw new TemplateError(`there is no variable ${target}`);
    }
    return value;
  }

  #command(
    [head, ...operands]: Expression[],
    piped: unknown[],
    dot: unknown,
    scope: Scope,
  ): unknown {
    this.#budget.spend(1);
    if (head.type !== 'function') {
      if (operands.length + piped.length > 0) {
        throw new TemplateError('something is called that is no function');
      }
      return this.#operand(head, dot, scope);
    }
    if (head.name === 'and' || head.name === 'or') {
      return this.#shortCut(head.name, operands, piped, dot, scope);
    }
    const args = [
      ...operands.map(operand => this.#operand(operand, dot, scope)),
      ...piped,
    ];
    const result = functionOf(head.name)(args);
    const weight = weightOf(result);
    if (weight > maxWeight) {
      throw new TemplateError('it makes a value that is too large');
    }
    this.#budget.spend(args.length, weight);
    return result;
  }

  #shortCut(
    name: 'and' | 'or',
    operands: Expression[],
    piped: unknown[],
    dot: unknown,
    scope: Scope,
  ): unknown {
    let value: unknown;
    for (const operand of operands) {
      value = this.#operand(operand, dot, scope);
      if (isTrue(value) === (name === 'or')) return value;
    }
    return piped.length > 0 ? piped[0] : value;
  }

  #operand(expression: Expression, dot: unknown, scope: Scope): unknown {
    this.#budget.spend(1);
    switch (expression.type) {
      case 'value':
        return expression.value;
      case 'dot':
        return this.#fields(dot, expression.names);
      case 'variable': {
        const variable = scope.get(expression.variable);
        if (!variable) {
          throw new TemplateError(
            `there is no variable ${expression.variable}`,
          );
        }
        return this.#fields(variable.value, expression.names);
      }
      case 'pipeline':
        return this.#fields(
          this.#pipeline(expression.pipeline, dot, scope),
          expression.names,
        );
      default:
        return this.#command([expression], [], dot, scope);
    }
  }

  #fields(value: unknown, names: readonly string[]): unknown {
    return names.reduce((mapping: unknown, name) => {
      if (mapping !== undefined && mapping !== null && !isRecord(mapping)) {
        throw new TemplateError(`${describe(mapping)} has no field ${name}`);
      }
      const field = isRecord(mapping) ? entryOf(mapping, name) : undefined;
      if (field === undefined && this.#missingKey === 'error') {
        throw new TemplateError(`there is no entry for key "${name}"`);
      }
      return field;
    }, value);
  }

  #write(text: string): void {
    this.#budget.spend(0, text.length);
    this.#output += text;
  }
}

function functionOf(name: string): GoFunction {
  const found = functions.get(name);
  if (found) return found;
  throw new TemplateError(`the function ${name} is not known`);
}

function entriesOf(value: unknown): [unknown, unknown][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return [...value.entries()];
  if (isRecord(value)) {
    return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  }
  throw new TemplateError(`${describe(value)} is no list to range over`);
}
