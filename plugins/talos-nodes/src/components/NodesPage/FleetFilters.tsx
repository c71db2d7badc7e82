import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RowFacets, RowFilters, RowParameters } from '@internal/portal-ui';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { useState } from 'react';
import { FacetName, facetNames, unknownValue } from '../../fleet/nodeFilters';
import { shortSchematic } from '../../fleet/shortSchematic';
import { talosNodesTranslationRef } from '../../translation';
import { useNodeWords } from '../../words/useNodeWords';
import styles from './NodesPage.module.css';

/** Facets that most people look for; the others are folded. */
const usual: readonly FacetName[] = ['state', 'platform', 'cluster', 'role'];

export interface FleetFiltersProps {
  facets: RowFacets;
  parameters: RowParameters<FacetName | 'q'>;
}

/** Narrows the fleet by words and facets; those that offer no choice are left out. */
export function FleetFilters({ facets, parameters }: FleetFiltersProps) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const words = useNodeWords();
  const [isOpen, setOpen] = useState(false);
  const isChosen = (name: FacetName) => parameters.filter(name) !== '';
  const useful = facetNames.filter(
    name => isChosen(name) || (facets[name] ?? []).length > 1,
  );
  const isFoldable = (name: FacetName) =>
    !usual.includes(name) && !isChosen(name);
  const nameOf = (name: FacetName, value: string) => {
    if (value === unknownValue) {
      return t('filter.unknown');
    }
    switch (name) {
      case 'state':
        return words.state(value);
      case 'role':
        return words.role(value);
      case 'disk':
        return words.diskClass(value);
      case 'schematic':
        return shortSchematic(value);
      default:
        return value;
    }
  };

  return (
    <div className={styles.filters}>
      <RowFilters
        filters={useful
          .filter(name => isOpen || !isFoldable(name))
          .map(name => ({
            name,
            label: t(`filter.${name}`),
            nameOf: value => nameOf(name, value),
          }))}
        facets={facets}
        example={t('list.example')}
        parameters={parameters}
      />
      {useful.some(isFoldable) && (
        <Button
          variant="tertiary"
          iconEnd={isOpen ? <RiArrowUpSLine /> : <RiArrowDownSLine />}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? t('filter.fewer') : t('filter.more')}
        </Button>
      )}
    </div>
  );
}
