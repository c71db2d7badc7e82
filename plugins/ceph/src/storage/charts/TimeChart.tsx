import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SmallText } from '@internal/portal-ui';
import { cephTranslationRef } from '../../translation';
import { drawTimeLine, TimePoint } from './drawTimeLine';
import styles from './charts.module.css';

export interface TimeChartProps {
  name: string;
  /** What it is right now, in words. */
  now: string;
  /** Oldest first. */
  points: readonly TimePoint[];
  /** Milliseconds since 1970 at the edges. */
  from: number;
  to: number;
  format: (value: number) => string;
}

const width = 240;
const height = 48;

/** A small chart of the last hours under what is now; lowest and highest in words. */
export function TimeChart(props: TimeChartProps) {
  const { name, now, points, from, to, format } = props;
  const { t } = useTranslationRef(cephTranslationRef);
  const known = points.flatMap(({ value }) => value ?? []);
  const lowest = known.length > 0 ? format(Math.min(...known)) : undefined;
  const highest = known.length > 0 ? format(Math.max(...known)) : undefined;
  const range = tellRange();
  const top = Math.max(...known, 0);
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <span>{name}</span>
        <strong className={styles.now}>{now}</strong>
      </figcaption>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${name}: ${range}`}
      >
        <path
          className={styles.stroke}
          d={drawTimeLine(points, { width, height, from, to, top })}
        />
      </svg>
      <SmallText>{range}</SmallText>
    </figure>
  );

  function tellRange(): string {
    if (lowest === undefined || highest === undefined) {
      return t('storage.chart.nothing');
    }
    return lowest === highest
      ? t('storage.chart.steady', { value: lowest })
      : t('storage.chart.range', { lowest, highest });
  }
}
