import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  ColumnConfig,
  Link,
  Text,
  useBreakpoint,
} from '@backstage/ui';
import { ChangeRequest } from '@internal/plugin-change-requests-common';
import { EntityName, RelativeTime } from '@internal/portal-ui';
import { useMemo } from 'react';
import { changeRequestRouteRef } from '../../routes';
import { StateLabel } from '../../state/StateLabel';
import { changeRequestsTranslationRef } from '../../translation';
import styles from './ChangeRequestsPage.module.css';

/** Columns of the list; narrow screens fold all but two into the first. */
export function useChangeRequestColumns(): ColumnConfig<ChangeRequest>[] {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const requestRoute = useRouteRef(changeRequestRouteRef);
  const isNarrow = useBreakpoint().down('md');

  return useMemo(
    () => [
      {
        id: 'title',
        label: t('list.column.title'),
        isRowHeader: true,
        defaultWidth: '2fr',
        isSortable: true,
        cell: request => (
          <Cell>
            <div className={styles.title}>
              <Link href={requestRoute?.({ id: request.id })}>
                <bdi>{request.title}</bdi>
              </Link>
              {request.pullRequest && (
                <Text variant="body-small" dir="ltr">
                  #{request.pullRequest.number}
                </Text>
              )}
              {isNarrow && (
                <Text as="div" variant="body-small" className={styles.subtitle}>
                  <EntityName entityRef={request.requester} />
                  {' · '}
                  <RelativeTime value={request.createdAt} />
                </Text>
              )}
            </div>
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('list.column.state'),
        isSortable: true,
        minWidth: 136,
        cell: request => (
          <Cell>
            <StateLabel state={request.state} />
          </Cell>
        ),
      },
      {
        id: 'apps',
        label: t('list.column.apps'),
        isSortable: true,
        isHidden: isNarrow,
        cell: request => <CellText title={request.apps.join(', ')} />,
      },
      {
        id: 'platform',
        label: t('list.column.platform'),
        isSortable: true,
        isHidden: isNarrow,
        cell: request => <CellText title={request.platform} />,
      },
      {
        id: 'requester',
        label: t('list.column.requester'),
        isSortable: true,
        isHidden: isNarrow,
        cell: request => (
          <Cell>
            <Text variant="body-medium">
              <EntityName entityRef={request.requester} />
            </Text>
          </Cell>
        ),
      },
      {
        id: 'age',
        label: t('list.column.age'),
        isSortable: true,
        isHidden: isNarrow,
        cell: request => (
          <Cell>
            <Text variant="body-medium">
              <RelativeTime value={request.createdAt} />
            </Text>
          </Cell>
        ),
      },
    ],
    [t, requestRoute, isNarrow],
  );
}
