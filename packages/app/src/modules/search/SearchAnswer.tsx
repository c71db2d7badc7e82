import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { AsyncContent, EmptyState, RowsSkeleton } from '@internal/portal-ui';
import { RiLoopRightLine, RiSearchLine } from '@remixicon/react';
import { findReasons } from './findReasons';
import { isNotIndexed } from './isNotIndexed';
import { SearchPaging } from './SearchPaging';
import { SearchResultItem } from './SearchResultItem';
import styles from './SearchPage.module.css';
import { searchTranslationRef } from './translation';
import { type SearchResults, useSearchResults } from './useSearchResults';

export interface SearchAnswerProps {
  term: string;
  cursor: string;
  onPage: (cursor: string) => void;
}

/** What was found, or why nothing is shown. */
export function SearchAnswer({ term, cursor, onPage }: SearchAnswerProps) {
  const { t } = useTranslationRef(searchTranslationRef);
  const result = useSearchResults(term, cursor);
  if (result.status === 'error' && isNotIndexed(result.error)) {
    return (
      <EmptyState
        icon={<RiLoopRightLine />}
        title={t('unindexed.title')}
        description={t('unindexed.description')}
      />
    );
  }
  return (
    <AsyncContent
      result={result}
      permission="catalog.entity.read"
      skeleton={<RowsSkeleton />}
      isEmpty={({ found }) => found.length === 0}
      empty={
        <EmptyState
          icon={<RiSearchLine />}
          title={t('none.title')}
          description={t('none.description', { term: <bdi>{term}</bdi> })}
        />
      }
    >
      {results => (
        <div className={styles.answer}>
          {results.total !== undefined && (
            <Text as="p" variant="body-medium" role="status">
              {t('count', { count: results.total })}
            </Text>
          )}
          <FoundEntities results={results} />
          <SearchPaging results={results} onPage={onPage} />
        </div>
      )}
    </AsyncContent>
  );
}

function FoundEntities({ results }: { results: SearchResults }) {
  const { t } = useTranslationRef(searchTranslationRef);
  const words = results.term.toLowerCase().split(/\s+/);
  const all = results.found.map(found => ({
    found,
    reasons: findReasons(found, words),
  }));
  const lists = [
    { label: t('results'), similar: false },
    { label: t('similar'), similar: true },
  ];
  return lists.map(({ label, similar }) => {
    const items = all.filter(({ reasons }) => reasons.isSimilar === similar);
    return (
      items.length > 0 && (
        <section key={label} className={styles.section} aria-label={label}>
          {similar && (
            <Text as="h2" variant="title-x-small" weight="bold">
              {label}
            </Text>
          )}
          <ul className={styles.results} aria-label={label}>
            {items.map(({ found, reasons }) => (
              <SearchResultItem
                key={found.location}
                found={found}
                reasons={reasons}
                words={words}
              />
            ))}
          </ul>
        </section>
      )
    );
  });
}
