import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SmallText, useUnits } from '@internal/portal-ui';
import { cephTranslationRef } from '../../translation';
import { groupStates } from './groupStates';
import styles from './pgs.module.css';

/** Placement groups by state; the list under the bar says all that it shows. */
export function PlacementGroupsPicture(props: {
  states: readonly { state: string; count: number }[];
}) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const groups = groupStates(props.states);
  if (groups.length === 0) {
    return <SmallText>{t('storage.pg.none')}</SmallText>;
  }
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {groups.map(({ kind, count }) => (
          <span
            key={kind}
            className={styles.share}
            data-kind={kind}
            style={{ flexGrow: count }}
          />
        ))}
      </div>
      <ul className={styles.legend} aria-label={t('storage.pg.title')}>
        {groups.map(({ kind, count, states }) => (
          <li key={kind} className={styles.entry}>
            <span
              className={styles.swatch}
              data-kind={kind}
              aria-hidden="true"
            />
            <span className={styles.words}>
              <span>
                <strong>{number(count)}</strong>{' '}
                {t(`storage.pg.kind.${kind}`, { count })}
              </span>
              <SmallText>
                <bdi dir="ltr">
                  {states
                    .map(({ state, count: of }) => `${state} (${number(of)})`)
                    .join(', ')}
                </bdi>
              </SmallText>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
