import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { RiLayoutGridLine, RiServerLine, RiTableLine } from '@remixicon/react';
import { sortOrders } from '../../fleet/sortNodes';
import { talosNodesTranslationRef } from '../../translation';
import { fleetViews, useFleetParameters } from './useFleetParameters';
import styles from './NodesPage.module.css';

const icons = {
  table: <RiTableLine />,
  cards: <RiLayoutGridLine />,
  racks: <RiServerLine />,
};

/** In which order and how machines are shown. */
export function FleetControls(props: {
  controls: ReturnType<typeof useFleetParameters>;
}) {
  const { view, setView, order, setOrder } = props.controls;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return (
    <>
      {view !== 'racks' && (
        <Select
          className={styles.order}
          aria-label={t('sort.label')}
          value={order}
          onChange={key => {
            const chosen = sortOrders.find(name => name === key);
            if (chosen) {
              setOrder(chosen);
            }
          }}
          options={sortOrders.map(name => ({
            id: name,
            label: t(`sort.${name}`),
          }))}
        />
      )}
      <ToggleButtonGroup
        aria-label={t('view.label')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={keys => {
          const chosen = fleetViews.find(name => keys.has(name));
          if (chosen) {
            setView(chosen);
          }
        }}
      >
        {fleetViews.map(name => (
          <ToggleButton key={name} id={name} iconStart={icons[name]}>
            {t(`view.${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </>
  );
}
