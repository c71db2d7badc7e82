/** A parsed Go template. */
export type TemplateNode =
  | { type: 'text'; text: string }
  | { type: 'print'; pipeline: Pipeline }
  | {
      type: 'if' | 'with' | 'range';
      pipeline: Pipeline;
      body: TemplateNode[];
      otherwise: TemplateNode[];
    };

export interface Pipeline {
  /** Variables it is put into. */
  targets: string[];
  /** `:=` makes new variables, `=` changes those there are. */
  declares: boolean;
  /** Each a function or value with its arguments; the result goes to the next as last argument. */
  commands: Expression[][];
}

/** `names` are the fields that are read of it, one of the other. */
export type Expression =
  | { type: 'value'; value: unknown }
  | { type: 'dot'; names: string[] }
  | { type: 'variable'; variable: string; names: string[] }
  | { type: 'pipeline'; pipeline: Pipeline; names: string[] }
  | { type: 'function'; name: string };
