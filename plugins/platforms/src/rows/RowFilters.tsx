import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Select } from '@backstage/ui';
import { Page } from '@internal/plugin-platforms-common';
import { useLanguage } from '@internal/portal-ui';
import { platformsTranslationRef } from '../translation';
import { FilterName, RowParameters } from './useRowParameters';
import styles from './rows.module.css';

/** A filter by one value. */
export interface RowFilter {
  name: Exclude<FilterName, 'q'>;
  /** What a value is called, where it is not called as it is written. */
  nameOf?: (value: string) => string;
}

export interface RowFiltersProps {
  filters: readonly RowFilter[];
  /** Values to choose from; empty until the first reading. */
  facets: Page<unknown>['facets'];
  /** Says what can be searched for. */
  example: string;
  parameters: RowParameters;
}

const everything = 'all';
/** More values than this can be searched. */
const mostToScan = 12;

/** Narrows a list of rows. */
export function RowFilters(props: RowFiltersProps) {
  const { filters, facets, example, parameters } = props;
  const { t } = useTranslationRef(platformsTranslationRef);
  const format = new Intl.NumberFormat(useLanguage());

  return (
    <div
      className={styles.filters}
      role="search"
      aria-label={t('filter.label')}
    >
      <SearchField
        className={styles.search}
        label={t('filter.text')}
        placeholder={example}
        value={parameters.filter('q')}
        onChange={text => parameters.setFilter('q', text)}
      />
      {filters.map(({ name, nameOf = value => value }) => {
        const chosen = parameters.filter(name);
        const known = facets[name] ?? [];
        const isListed = known.some(({ value }) => value === chosen);
        return (
          <Select
            key={name}
            label={t(`filter.${name}`)}
            value={chosen || everything}
            onChange={key =>
              parameters.setFilter(
                name,
                key === everything ? '' : String(key ?? ''),
              )
            }
            search={
              known.length > mostToScan
                ? { placeholder: t('filter.search') }
                : undefined
            }
            options={[
              { id: everything, label: t('filter.all') },
              ...known.map(({ value, count }) => ({
                id: value,
                label: t('filter.option', {
                  value: nameOf(value),
                  number: format.format(count),
                }),
              })),
              ...(chosen && !isListed
                ? [{ id: chosen, label: nameOf(chosen) }]
                : []),
            ]}
          />
        );
      })}
    </div>
  );
}
