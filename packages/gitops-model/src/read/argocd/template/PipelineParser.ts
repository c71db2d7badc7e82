import type { Token } from './readTokens';
import { TemplateError } from './TemplateError';
import type { Expression, Pipeline } from './TemplateNode';

const maxDepth = 64;
const constants = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['nil', null],
]);

/** Reads what stands between `{{` and `}}`. All methods throw TemplateError. */
export class PipelineParser {
  readonly #tokens: Token[];
  #position = 0;
  #depth = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  peekWord(): string | undefined {
    const token = this.#peek();
    return token?.type === 'word' ? token.text : undefined;
  }

  next(): Token | undefined {
    this.#position += 1;
    return this.#tokens[this.#position - 1];
  }

  /** A pipeline that nothing follows. */
  parseWhole(): Pipeline {
    const pipeline = this.#parsePipeline();
    this.expectEnd();
    return pipeline;
  }

  expectEnd(): void {
    const token = this.#peek();
    if (token) throw new TemplateError(`${show(token)} is unexpected`);
  }

  #peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#position + ahead];
  }

  #isSymbol(text: string, ahead = 0): boolean {
    const token = this.#peek(ahead);
    return token?.type === 'symbol' && token.text === text;
  }

  #parsePipeline(): Pipeline {
    this.#depth += 1;
    if (this.#depth > maxDepth) {
      throw new TemplateError('it is nested too deeply');
    }
    const { targets, declares } = this.#parseTargets();
    const commands = [this.#parseCommand()];
    while (this.#isSymbol('|')) {
      this.next();
      commands.push(this.#parseCommand());
    }
    this.#depth -= 1;
    return { targets, declares, commands };
  }

  #parseTargets(): Pick<Pipeline, 'targets' | 'declares'> {
    const targets: string[] = [];
    let ahead = 0;
    for (;;) {
      const token = this.#peek(ahead);
      if (token?.type !== 'variable') break;
      targets.push(token.text);
      ahead += 1;
      if (!this.#isSymbol(',', ahead)) break;
      ahead += 1;
    }
    const declares = this.#isSymbol(':=', ahead);
    if (targets.length === 0 || !(declares || this.#isSymbol('=', ahead))) {
      return { targets: [], declares: false };
    }
    this.#position += ahead + 1;
    return { targets, declares };
  }

  #parseCommand(): Expression[] {
    const operands: Expression[] = [];
    while (
      this.#peek() !== undefined &&
      !this.#isSymbol('|') &&
      !this.#isSymbol(')')
    ) {
      operands.push(this.#parseOperand());
    }
    if (operands.length === 0) throw new TemplateError('a value is missing');
    return operands;
  }

  #parseOperand(): Expression {
    const token = this.next();
    switch (token?.type) {
      case 'value':
        return { type: 'value', value: token.value };
      case 'word':
        return constants.has(token.text)
          ? { type: 'value', value: constants.get(token.text) }
          : { type: 'function', name: token.text };
      case 'variable':
        return {
          type: 'variable',
          variable: token.text,
          names: this.#parseNames(),
        };
      case 'field':
        return {
          type: 'dot',
          names: token.text === '' ? [] : [token.text, ...this.#parseNames()],
        };
      default: {
        if (token?.text !== '(') {
          throw new TemplateError(`${show(token)} is unexpected`);
        }
        const pipeline = this.#parsePipeline();
        if (!this.#isSymbol(')')) throw new TemplateError('a ) is missing');
        this.next();
        return { type: 'pipeline', pipeline, names: this.#parseNames() };
      }
    }
  }

  #parseNames(): string[] {
    const names: string[] = [];
    for (;;) {
      const token = this.#peek();
      if (token?.type !== 'field' || token.spaced || token.text === '') {
        return names;
      }
      names.push(token.text);
      this.next();
    }
  }
}

function show(token: Token | undefined): string {
  if (!token) return 'the end';
  return JSON.stringify(token.type === 'value' ? token.value : token.text);
}
