import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CephDetail } from '@internal/plugin-ceph-common';
import { useLanguage, useUnits } from '@internal/portal-ui';
import { cephTranslationRef } from '../../translation';
import styles from '../storage.module.css';

/** When it would be full, as sure as that can be said. */
export function ForecastSentence(props: { forecast: CephDetail['forecast'] }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const units = useUnits();
  const language = useLanguage();
  const { forecast } = props;
  const date = (at: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(
      new Date(at),
    );
  if (!forecast.known) {
    return (
      <p className={styles.note}>
        {t(
          forecast.reason === 'too-early'
            ? 'storage.forecast.tooEarly'
            : 'storage.forecast.unknown',
        )}
      </p>
    );
  }
  const { bytesPerDay, fullBetween, days } = forecast.value;
  const rests = {
    amount: units.diskBytes(Math.abs(bytesPerDay)),
    count: Math.round(days),
    number: units.number(days),
  };
  if (!fullBetween) {
    return (
      <p className={styles.sentence}>{t('storage.forecast.never', rests)}</p>
    );
  }
  return (
    <p className={styles.sentence}>
      <strong>
        {fullBetween.latest
          ? t('storage.forecast.between', {
              earliest: date(fullBetween.earliest),
              latest: date(fullBetween.latest),
            })
          : t('storage.forecast.notBefore', {
              earliest: date(fullBetween.earliest),
            })}
      </strong>{' '}
      {t('storage.forecast.rests', rests)}
    </p>
  );
}
