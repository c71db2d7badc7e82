import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import styles from './SearchPage.module.css';
import { searchTranslationRef } from './translation';
import type { SearchResults } from './useSearchResults';

/** Leads to the pages before and behind, where there are any. */
export function SearchPaging(props: {
  results: SearchResults;
  onPage: (cursor: string) => void;
}) {
  const { t } = useTranslationRef(searchTranslationRef);
  const { previousCursor, nextCursor } = props.results;
  if (!previousCursor && !nextCursor) {
    return null;
  }
  return (
    <nav className={styles.paging} aria-label={t('paging.label')}>
      <Button
        variant="secondary"
        isDisabled={!previousCursor}
        onPress={() => previousCursor && props.onPage(previousCursor)}
      >
        {t('paging.previous')}
      </Button>
      <Button
        variant="secondary"
        isDisabled={!nextCursor}
        onPress={() => nextCursor && props.onPage(nextCursor)}
      >
        {t('paging.next')}
      </Button>
    </nav>
  );
}
