import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Select,
  ToggleButton,
  ToggleButtonGroup,
  useBreakpoint,
} from '@backstage/ui';
import { Chain } from '@internal/plugin-ceph-common';
import { RowFilters } from '@internal/portal-ui';
import { RiNodeTree, RiTableLine } from '@remixicon/react';
import { ReactNode } from 'react';
import { cephTranslationRef } from '../translation';
import { chainOrders } from './sortChainRows';
import { ChainParameters } from './useChainParameters';
import { chainStates } from './worstState';
import styles from './chain.module.css';

export interface ChainControlsProps {
  /** Before it is narrowed. */
  chain: Chain;
  controls: ChainParameters;
  isTable: boolean;
  /** Further buttons in the same line. */
  children?: ReactNode;
}

/** Narrows the chain, and says how it is shown. */
export function ChainControls(props: ChainControlsProps) {
  const { chain, controls, isTable, children } = props;
  const { parameters, order, view } = controls;
  const { t } = useTranslationRef(cephTranslationRef);
  const isNarrow = useBreakpoint().down('md');
  const states = chainStates
    .map(value => ({
      value,
      count: chain.items.filter(({ state }) => state === value).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <RowFilters
        filters={[
          {
            name: 'state',
            label: t('chain.filter.state'),
            nameOf: value => {
              const known = chainStates.find(state => state === value);
              return known ? t(`chain.state.${known}`) : value;
            },
          },
        ]}
        facets={{ state: states }}
        example={t('chain.example')}
        parameters={parameters}
      />
      <div className={styles.toolbar}>
        {!isNarrow && (
          <ToggleButtonGroup
            aria-label={t('chain.view.label')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[view]}
            onSelectionChange={keys =>
              parameters.setFilter('view', keys.has('table') ? 'table' : '')
            }
          >
            <ToggleButton id="picture" iconStart={<RiNodeTree />}>
              {t('chain.view.picture')}
            </ToggleButton>
            <ToggleButton id="table" iconStart={<RiTableLine />}>
              {t('chain.view.table')}
            </ToggleButton>
          </ToggleButtonGroup>
        )}
        {isTable && (
          <Select
            className={styles.order}
            aria-label={t('chain.sort.label')}
            value={order}
            onChange={key => parameters.setFilter('order', String(key ?? ''))}
            options={chainOrders.map(name => ({
              id: name,
              label: t(`chain.sort.${name}`),
            }))}
          />
        )}
        {children}
      </div>
    </>
  );
}
