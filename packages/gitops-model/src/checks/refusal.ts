import type { Finding } from '../finding/Finding';
import type { FindingCode } from '../finding/findingCodes';

interface RefusalOptions {
  message: string;
  fix: string;
  field?: string;
  file?: string;
  line?: number;
  app?: string;
}

/** A finding that stops a change request. */
export function refusal(code: FindingCode, options: RefusalOptions): Finding {
  return { code, severity: 'error', ...options };
}
