import { isQuantity } from '../resources/isQuantity';
import { findDuplicate } from '../rows/findDuplicate';
import type { RowProblem } from '../rows/RowProblem';

export interface StorageRow {
  name?: string;
  mountPath?: string;
  size?: string;
  purpose?: string;
}

const volumeName = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** What is wrong with volumes. */
export function findStorageProblems(
  rows: readonly StorageRow[],
): RowProblem<StorageRow>[] {
  const duplicate = findDuplicate(rows.map(row => row.name ?? ''));
  return rows.flatMap((row, index) => {
    const { name = '', mountPath = '', size = '', purpose = '' } = row;
    const number = String(index + 1);
    const problems: RowProblem<StorageRow>[] = [];
    if (!volumeName.test(name)) {
      problems.push({
        index,
        field: 'name',
        say: t => t('storage.missingName', { number }),
      });
    } else if (index === duplicate) {
      problems.push({
        index,
        field: 'name',
        say: t => t('storage.duplicate', { number, name }),
      });
    }
    if (!/^\/[^:\0]+$/.test(mountPath)) {
      problems.push({
        index,
        field: 'mountPath',
        say: t => t('storage.mountPathAbsolute', { number }),
      });
    }
    if (!isQuantity(size)) {
      problems.push({
        index,
        field: 'size',
        say: t => t('storage.invalidSize', { number }),
      });
    }
    if (purpose === '') {
      problems.push({
        index,
        field: 'purpose',
        say: t => t('storage.missingPurpose', { number }),
      });
    }
    return problems;
  });
}
