import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField } from '@backstage/ui';
import { EmptyState } from '@internal/portal-ui';
import { RiSearchLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { SearchAnswer } from './SearchAnswer';
import styles from './SearchPage.module.css';
import { searchTranslationRef } from './translation';

/** What is searched for and its page, both kept in the address. */
export function SearchContent() {
  const { t } = useTranslationRef(searchTranslationRef);
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.get('query') ?? '';
  const term = text.trim();
  return (
    <div className={styles.page}>
      <SearchField
        // The page is opened to type.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        label={t('field.label')}
        placeholder={t('field.example')}
        value={text}
        onChange={query =>
          setParameters(query ? { query } : {}, { replace: true })
        }
      />
      {term ? (
        <SearchAnswer
          term={term}
          cursor={parameters.get('cursor') ?? ''}
          onPage={cursor => {
            setParameters({ query: text, cursor });
            window.scrollTo({ top: 0 });
          }}
        />
      ) : (
        <EmptyState
          icon={<RiSearchLine />}
          title={t('start.title')}
          description={t('start.description')}
        />
      )}
    </div>
  );
}
