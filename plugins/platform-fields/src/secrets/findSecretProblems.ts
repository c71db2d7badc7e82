import { findDuplicate } from '../rows/findDuplicate';
import { isVariableName } from '../rows/isVariableName';
import type { RowProblem } from '../rows/RowProblem';

export interface SecretRow {
  env?: string;
  key?: string;
  property?: string;
}

/** What is wrong with secret entries without asking the server. */
export function findSecretProblems(
  rows: readonly SecretRow[],
): RowProblem<SecretRow>[] {
  const duplicate = findDuplicate(rows.map(row => row.env ?? ''));
  return rows.flatMap(({ env = '', key = '' }, index) => {
    const number = String(index + 1);
    const problems: RowProblem<SecretRow>[] = [];
    if (!isVariableName(env)) {
      problems.push({
        index,
        field: 'env',
        say: t => t('secrets.invalidName', { number }),
      });
    } else if (index === duplicate) {
      problems.push({
        index,
        field: 'env',
        say: t => t('secrets.duplicate', { number, name: env }),
      });
    }
    if (key === '') {
      problems.push({
        index,
        field: 'key',
        say: t => t('secrets.missingKey', { number }),
      });
    }
    return problems;
  });
}
