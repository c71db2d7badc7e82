/** A literal of HCL, as far as it needs no evaluation. */
export type HclLiteral =
  | string
  | number
  | boolean
  | null
  | HclLiteral[]
  | { [key: string]: HclLiteral };

export interface HclAttribute {
  /** The expression as written, trimmed. */
  text: string;
  /** Offset of the expression's first character in the text. */
  start: number;
  /** `undefined` where the expression needs evaluation. */
  literal: HclLiteral | undefined;
  /** 1-based. */
  line: number;
}

/** A block such as `resource "keycloak_openid_client" "notes" { … }`. */
export interface HclBlock {
  type: string;
  labels: string[];
  /** Offset of the first character of the block in the text. */
  start: number;
  /** Offset behind the closing brace. */
  end: number;
  /** 1-based line of the block's first character. */
  line: number;
  attributes: Record<string, HclAttribute>;
  blocks: HclBlock[];
}
