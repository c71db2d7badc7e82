import type { FindingCode } from './findingCodes';

export type FindingSeverity = 'error' | 'warning' | 'info';

/** Something a reader or a check has to say. */
export interface Finding {
  code: FindingCode;
  severity: FindingSeverity;
  /** One sentence for people: what is the case. */
  message: string;
  /** One sentence: what to do about it. */
  fix?: string;
  cluster?: string;
  app?: string;
  /** Path in the repository. */
  file?: string;
  /** 1-based. */
  line?: number;
  /** Name of the operation's field that caused it, for forms. */
  field?: string;
}
