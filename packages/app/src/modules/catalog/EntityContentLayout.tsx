import {
  EntityOrphanWarning,
  EntityProcessingErrorsPanel,
  EntityRelationWarning,
  EntitySwitch,
  hasCatalogProcessingErrors,
  hasRelationWarnings,
  isOrphan,
} from '@backstage/plugin-catalog';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Fragment } from 'react';
import styles from './EntityContentLayout.module.css';

/**
 * Cards of an entity in two columns. The catalog's own layout hides what does
 * not fit the window's height in a column that scrolls without a scrollbar.
 */
export function EntityContentLayout({ cards }: EntityContentLayoutProps) {
  const show = (type: 'info' | 'content') =>
    cards
      .filter(card => (card.type ?? 'content') === type)
      .map(({ element }, index) => (
        <Fragment key={element.key ?? index}>{element}</Fragment>
      ));
  return (
    <>
      <div className={styles.warnings}>
        <EntitySwitch>
          <EntitySwitch.Case if={isOrphan}>
            <EntityOrphanWarning />
          </EntitySwitch.Case>
        </EntitySwitch>
        <EntitySwitch>
          <EntitySwitch.Case if={hasRelationWarnings}>
            <EntityRelationWarning />
          </EntitySwitch.Case>
        </EntitySwitch>
        <EntitySwitch>
          <EntitySwitch.Case if={hasCatalogProcessingErrors}>
            <EntityProcessingErrorsPanel />
          </EntitySwitch.Case>
        </EntitySwitch>
      </div>
      <div className={styles.root}>
        <div className={styles.info}>{show('info')}</div>
        <div className={styles.content}>{show('content')}</div>
      </div>
    </>
  );
}
