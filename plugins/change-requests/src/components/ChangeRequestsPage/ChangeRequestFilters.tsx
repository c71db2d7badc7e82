import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Select } from '@backstage/ui';
import { changeRequestStates } from '@internal/plugin-change-requests-common';
import { changeRequestsTranslationRef } from '../../translation';
import { useFilterParameters } from './useFilterParameters';
import styles from './ChangeRequestsPage.module.css';

export interface ChangeRequestFiltersProps {
  platforms: readonly string[];
  parameters: ReturnType<typeof useFilterParameters>;
}

const everything = 'all';

/** Narrows the list of requests. */
export function ChangeRequestFilters(props: ChangeRequestFiltersProps) {
  const { platforms, parameters } = props;
  const { filter, setFilter } = parameters;
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const choose = (name: 'state' | 'platform' | 'by') => (key: unknown) =>
    setFilter(name, key === everything ? '' : String(key));

  return (
    <div className={styles.filters} role="search">
      <SearchField
        className={styles.search}
        label={t('list.filter.text')}
        placeholder={t('list.filter.textExample')}
        value={filter.text}
        onChange={text => setFilter('text', text)}
      />
      <Select
        label={t('list.filter.state')}
        value={filter.state || everything}
        onChange={choose('state')}
        options={[
          { id: everything, label: t('list.filter.allStates') },
          ...changeRequestStates.map(state => ({
            id: state,
            label: t(`state.${state}`),
          })),
        ]}
      />
      <Select
        label={t('list.filter.platform')}
        value={filter.platform || everything}
        onChange={choose('platform')}
        options={[
          { id: everything, label: t('list.filter.allPlatforms') },
          ...platforms.map(platform => ({ id: platform, label: platform })),
        ]}
      />
      <Select
        label={t('list.filter.by')}
        value={filter.by || everything}
        onChange={choose('by')}
        options={[
          { id: everything, label: t('list.filter.byAnybody') },
          { id: 'me', label: t('list.filter.byMe') },
        ]}
      />
    </div>
  );
}
