import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { useLanguage } from '@internal/portal-ui';
import { platformsTranslationRef } from '../translation';
import styles from './UnitsPicture.module.css';

type Units = NonNullable<PlatformOverview['counts']>['units'];

export interface UnitsPictureProps {
  units: Units;
  /** Where all units are listed; each state links to its share of them. */
  href?: string;
}

/**
 * The share of units that are declared, wired and buildable. The list under the
 * bar says all that the bar shows.
 */
export function UnitsPicture({ units, href }: UnitsPictureProps) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const format = new Intl.NumberFormat(useLanguage());
  const shares = [
    { state: 'buildable', count: units.buildable },
    { state: 'wired', count: units.wired - units.buildable },
    { state: 'declared', count: units.declared - units.wired },
  ] as const;
  return (
    <div className={styles.root}>
      <div className={styles.bar} aria-hidden="true">
        {shares.map(
          ({ state, count }) =>
            count > 0 && (
              <span
                key={state}
                className={styles.share}
                data-state={state}
                style={{ flexGrow: count }}
              />
            ),
        )}
      </div>
      <ul className={styles.legend}>
        {shares.map(({ state, count }) => (
          <li key={state} className={styles.entry}>
            <span
              className={styles.swatch}
              data-state={state}
              aria-hidden="true"
            />
            {href && count > 0 ? (
              <Link href={`${href}?state=${state}`}>
                {t(`unitState.${state}`)}
              </Link>
            ) : (
              <span>{t(`unitState.${state}`)}</span>
            )}
            <strong>{format.format(count)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
