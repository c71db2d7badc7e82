import { findDuplicate } from '../rows/findDuplicate';
import { isVariableName } from '../rows/isVariableName';
import { looksLikeSecret } from '../rows/looksLikeSecret';
import type { RowProblem } from '../rows/RowProblem';

export interface EnvironmentRow {
  name?: string;
  value?: string;
}

/** What is wrong with plain environment variables; at most one thing a row. */
export function findEnvironmentProblems(
  rows: readonly EnvironmentRow[],
): RowProblem<EnvironmentRow>[] {
  const duplicate = findDuplicate(rows.map(row => row.name ?? ''));
  return rows.flatMap((row, index): RowProblem<EnvironmentRow>[] => {
    const { name = '', value = '' } = row;
    const number = String(index + 1);
    if (!isVariableName(name)) {
      const say: RowProblem<EnvironmentRow>['say'] = t =>
        t('env.invalidName', { number });
      return [{ index, field: 'name', say }];
    }
    if (index === duplicate) {
      return [
        {
          index,
          field: 'name',
          say: t => t('env.duplicate', { number, name }),
        },
      ];
    }
    if (looksLikeSecret(name, value)) {
      return [{ index, field: 'value', say: t => t('env.secret', { number }) }];
    }
    return [];
  });
}
