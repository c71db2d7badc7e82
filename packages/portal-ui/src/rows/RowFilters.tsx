import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Select } from '@backstage/ui';
import { ReactNode } from 'react';
import { useLanguage } from '../language/useLanguage';
import { portalUiTranslationRef } from '../translation';
import { RowParameters } from './useRowParameters';
import styles from './rows.module.css';

/** A filter by one value. */
export interface RowFilter<Name extends string> {
  name: Name;
  label: string;
  /** What a value is called, where it is not called as it is written. */
  nameOf?: (value: string) => string;
}

/** Values that occur, and how often. */
export type RowFacets = Readonly<
  Record<string, readonly { value: string; count: number }[]>
>;

export interface RowFiltersProps<Name extends string> {
  filters: readonly RowFilter<Name>[];
  /** Values to choose from; empty until the first reading. */
  facets: RowFacets;
  /** Says what can be searched for. */
  example: string;
  parameters: RowParameters<Name | 'q'>;
  /** Further controls in the same grid. */
  children?: ReactNode;
}

const everything = 'all';
/** More values than this can be searched. */
const mostToScan = 12;

/** Narrows a list of rows by words (`q`) and by values. */
export function RowFilters<Name extends string>(props: RowFiltersProps<Name>) {
  const { filters, facets, example, parameters, children } = props;
  const { t } = useTranslationRef(portalUiTranslationRef);
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
      {filters.map(({ name, label, nameOf = value => value }) => {
        const chosen = parameters.filter(name);
        const known = facets[name] ?? [];
        const isListed = known.some(({ value }) => value === chosen);
        return (
          <Select
            key={name}
            label={label}
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
      {children}
    </div>
  );
}
