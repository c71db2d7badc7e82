import type {
  FindingRow,
  HostRow,
  SecretRow,
  UnitRow,
} from '@internal/plugin-platforms-common';
import { createRowList, type RowList } from './RowList';

/** All rows of one commit of one platform. */
export interface RowLists {
  units: RowList<UnitRow>;
  findings: RowList<FindingRow>;
  hosts: RowList<HostRow>;
  secrets: RowList<SecretRow>;
}

/** Of a platform that was never read. */
export const noRowLists: RowLists = {
  units: createRowList<UnitRow>([]),
  findings: createRowList<FindingRow>([]),
  hosts: createRowList<HostRow>([]),
  secrets: createRowList<SecretRow>([]),
};
