import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { Chain, storageReadPermission } from '@internal/plugin-ceph-common';
import { AsyncContent, EmptyState, useAsyncData } from '@internal/portal-ui';
import { RiNodeTree } from '@remixicon/react';
import { cephApiRef, ChainQuery } from '../api/CephApi';
import { SourceNotices } from '../sources/SourceNotices';
import { cephTranslationRef } from '../translation';
import { ChainView } from './ChainView';
import { narrowChain } from './narrowChain';
import styles from './chain.module.css';

const refreshMilliseconds = 30_000;

export interface ChainContentProps {
  query: ChainQuery;
  /** Entity ref of what the page is about. */
  here?: string;
  /** Whether only paths through `here` are shown. */
  isOnlyHere?: boolean;
}

/** Reads a part of the chain, again and again, and shows it in whatever state it is. */
export function ChainContent({ query, here, isOnlyHere }: ChainContentProps) {
  const { t } = useTranslationRef(cephTranslationRef);
  const api = useApi(cephApiRef);
  const result = useAsyncData<Chain>({
    key: JSON.stringify([query, here, isOnlyHere]),
    load: async signal => {
      const chain = await api.getChain(query, signal);
      return isOnlyHere
        ? narrowChain(chain, ({ entityRef }) => entityRef === here)
        : chain;
    },
    pollEvery: refreshMilliseconds,
  });
  return (
    <AsyncContent
      result={result}
      permission={storageReadPermission.name}
      skeleton={
        <div className={styles.content}>
          <Skeleton width="100%" height={56} />
          <Skeleton width="100%" height={320} />
        </div>
      }
      notFound={
        <EmptyState
          icon={<RiNodeTree />}
          headingLevel="h3"
          title={t('chain.notFound.title')}
          description={t('chain.notFound.description')}
        />
      }
    >
      {chain => (
        <div className={styles.content}>
          <SourceNotices sources={chain.sources} />
          {chain.items.length === 0 ? (
            <EmptyState
              icon={<RiNodeTree />}
              headingLevel="h3"
              title={t('chain.empty.title')}
              description={t('chain.empty.description')}
            />
          ) : (
            <ChainView chain={chain} here={here} />
          )}
        </div>
      )}
    </AsyncContent>
  );
}
