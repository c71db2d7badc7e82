import type { RepositoryModel } from '@internal/gitops-model';
import type {
  DescribedApp,
  GitopsRepository,
} from '@internal/gitops-repository';
import { buildFindingRows } from './buildFindingRows';
import { buildHostRows } from './buildHostRows';
import { buildSecretRows } from './buildSecretRows';
import { buildUnitRows } from './buildUnitRows';
import { RowContext } from './RowContext';
import { createRowList } from './RowList';
import type { RowLists } from './RowLists';

/** All rows of one commit of one platform. */
export function buildRowLists(options: {
  repository: Pick<GitopsRepository, 'fileUrl'>;
  model: RepositoryModel;
  apps: readonly DescribedApp[];
}): RowLists {
  const context = new RowContext(options);
  return {
    units: createRowList(buildUnitRows(context)),
    findings: createRowList(buildFindingRows(context)),
    hosts: createRowList(buildHostRows(context)),
    secrets: createRowList(buildSecretRows(context)),
  };
}
