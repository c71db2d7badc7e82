import { readSegments, type Segment } from './readTokens';
import { PipelineParser } from './PipelineParser';
import { TemplateError } from './TemplateError';
import type { TemplateNode } from './TemplateNode';

const maxDepth = 64;
const unsupported = new Set([
  'block',
  'break',
  'continue',
  'define',
  'template',
]);

class TemplateParser {
  readonly #segments: Segment[];
  #position = 0;
  #depth = 0;

  constructor(segments: Segment[]) {
    this.#segments = segments;
  }

  parseWhole(): TemplateNode[] {
    const { nodes, closedBy } = this.#parseList();
    if (closedBy) throw new TemplateError('there is an {{end}} too many');
    return nodes;
  }

  /** Nodes up to the `end` or `else` that closes them, which is consumed. */
  #parseList(): { nodes: TemplateNode[]; closedBy?: PipelineParser } {
    const nodes: TemplateNode[] = [];
    while (this.#position < this.#segments.length) {
      const segment = this.#segments[this.#position];
      this.#position += 1;
      if (segment.type === 'text') {
        nodes.push(segment);
        continue;
      }
      const parser = new PipelineParser(segment.tokens);
      const keyword = parser.peekWord();
      if (keyword === 'end' || keyword === 'else') {
        return { nodes, closedBy: parser };
      }
      if (keyword !== undefined && unsupported.has(keyword)) {
        throw new TemplateError(`{{${keyword}}} is not evaluated`);
      }
      if (keyword === 'if' || keyword === 'with' || keyword === 'range') {
        parser.next();
        nodes.push(this.#parseBlock(keyword, parser));
      } else {
        nodes.push({ type: 'print', pipeline: parser.parseWhole() });
      }
    }
    return { nodes };
  }

  #parseBlock(
    type: 'if' | 'with' | 'range',
    parser: PipelineParser,
  ): TemplateNode {
    this.#depth += 1;
    if (this.#depth > maxDepth) {
      throw new TemplateError('it is nested too deeply');
    }
    const pipeline = parser.parseWhole();
    const { nodes: body, closedBy } = this.#parseList();
    const otherwise = this.#parseOtherwise(type, closedBy);
    this.#depth -= 1;
    return { type, pipeline, body, otherwise };
  }

  #parseOtherwise(
    type: string,
    closedBy: PipelineParser | undefined,
  ): TemplateNode[] {
    if (!closedBy) throw new TemplateError(`{{${type}}} lacks its {{end}}`);
    const keyword = closedBy.next();
    if (keyword?.type === 'word' && keyword.text === 'end') {
      closedBy.expectEnd();
      return [];
    }
    const chained = closedBy.peekWord();
    if (chained === 'if' || chained === 'with') {
      closedBy.next();
      return [this.#parseBlock(chained, closedBy)];
    }
    closedBy.expectEnd();
    const { nodes, closedBy: end } = this.#parseList();
    if (end?.peekWord() !== 'end') {
      throw new TemplateError(`{{${type}}} lacks its {{end}}`);
    }
    return nodes;
  }
}

/** @throws TemplateError where the template is not valid, or uses what is not evaluated. */
export function parseTemplate(template: string): TemplateNode[] {
  const parser = new TemplateParser(readSegments(template));
  return parser.parseWhole();
}
