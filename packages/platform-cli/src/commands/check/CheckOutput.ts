import type { Finding } from '@internal/gitops-model';

/** What a check comes to, as `--format json` prints it. */
export interface CheckOutput {
  /** What was checked. */
  commit: string;
  /** What others hold was read here. */
  base?: string;
  /** Where the change left its base. */
  fork?: string;
  findings: Finding[];
}
