import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CephDetail,
  storageReadPermission,
} from '@internal/plugin-ceph-common';
import {
  AsyncContent,
  useAsyncData,
  useLanguage,
  useUnits,
} from '@internal/portal-ui';
import { useId } from 'react';
import { cephApiRef } from '../../api/CephApi';
import { cephTranslationRef } from '../../translation';
import { drawTimeLine, placeTime, placeValue } from '../charts/drawTimeLine';
import { drawForecast } from './drawForecast';
import chartStyles from '../charts/charts.module.css';
import styles from '../storage.module.css';

const hours = 720;
const refreshMilliseconds = 300_000;
const dayMilliseconds = 86_400_000;
/** Further ahead nobody believes a line. */
const mostDaysAhead = 365;
const width = 480;
const height = 128;

/** Raw space in use over the last month, and the ways it may go on. */
export function ForecastChart({ ceph }: { ceph: CephDetail }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const units = useUnits();
  const language = useLanguage();
  const clip = useId();
  const api = useApi(cephApiRef);
  const { platform, cluster, name, capacity, usage, forecast } = ceph;
  const result = useAsyncData({
    key: JSON.stringify([platform, cluster, name]),
    load: signal => api.listSamples({ platform, cluster, name }, hours, signal),
    pollEvery: refreshMilliseconds,
  });
  if (!capacity.known) {
    return null;
  }
  const { totalBytes, usedBytes } = capacity.value;
  const nearFull = usage.known ? usage.value.nearFull : undefined;
  const full = forecast.known ? forecast.value.fullBetween : undefined;
  return (
    <AsyncContent result={result} permission={storageReadPermission.name}>
      {samples => {
        const points = samples.map(({ at, usedBytes: value }) => ({
          at: new Date(at).getTime(),
          value,
        }));
        if (points.length < 2) {
          return (
            <p className={styles.note}>{t('storage.forecast.noHistory')}</p>
          );
        }
        const now = points[points.length - 1].at;
        const from = points[0].at;
        const earliest = full && new Date(full.earliest).getTime();
        const latest =
          full?.latest === undefined
            ? undefined
            : new Date(full.latest).getTime();
        const ahead =
          earliest === undefined
            ? 0
            : Math.min(
                (latest ?? earliest + (earliest - now)) - now,
                mostDaysAhead * dayMilliseconds,
              );
        const box = { width, height, from, to: now + ahead, top: totalBytes };
        const day = (at: number) =>
          new Intl.DateTimeFormat(language, {
            dateStyle: 'medium',
            timeStyle:
              box.to - from < 2 * dayMilliseconds ? 'short' : undefined,
          }).format(at);
        const limit = (value: number) =>
          `M0 ${placeValue(value, box)}H${width}`;
        return (
          <figure className={chartStyles.chart}>
            <svg
              className={`${chartStyles.picture} ${chartStyles.large}`}
              viewBox={`0 0 ${width} ${height}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={t('storage.forecast.picture', {
                from: day(from),
                first: units.diskBytes(
                  points.find(({ value }) => value !== undefined)?.value ?? 0,
                ),
                now: units.diskBytes(usedBytes),
                total: units.diskBytes(totalBytes),
              })}
            >
              <clipPath id={clip}>
                <rect width={width} height={height} />
              </clipPath>
              {earliest !== undefined && (
                <path
                  className={chartStyles.band}
                  clipPath={`url(#${clip})`}
                  d={drawForecast(
                    { now, usedBytes, totalBytes, earliest, latest },
                    box,
                  )}
                />
              )}
              <path className={chartStyles.limit} d={limit(totalBytes)} />
              {nearFull !== undefined && (
                <path
                  className={chartStyles.warning}
                  d={limit(nearFull * totalBytes)}
                />
              )}
              {ahead > 0 && (
                <path
                  className={chartStyles.today}
                  d={`M${placeTime(now, box)} 0V${height}`}
                />
              )}
              <path
                className={chartStyles.stroke}
                d={drawTimeLine(points, box)}
              />
            </svg>
            <div className={chartStyles.axis} dir="ltr" aria-hidden="true">
              <bdi>{day(from)}</bdi>
              <bdi>{day(box.to)}</bdi>
            </div>
            <ul className={chartStyles.legend} aria-hidden="true">
              <Entry kind="stroke" words={t('storage.forecast.used')} />
              <Entry kind="limit" words={t('storage.forecast.total')} />
              {nearFull !== undefined && (
                <Entry kind="warning" words={t('storage.forecast.warns')} />
              )}
              {earliest !== undefined && (
                <Entry kind="band" words={t('storage.forecast.band')} />
              )}
            </ul>
          </figure>
        );
      }}
    </AsyncContent>
  );
}

function Entry(props: {
  kind: 'stroke' | 'limit' | 'warning' | 'band';
  words: string;
}) {
  return (
    <li className={chartStyles.entry}>
      <svg className={chartStyles.sample} viewBox="0 0 24 12">
        <path
          className={chartStyles[props.kind]}
          d={props.kind === 'band' ? 'M1 1H23V11H1Z' : 'M0 6H24'}
        />
      </svg>
      <span>{props.words}</span>
    </li>
  );
}
