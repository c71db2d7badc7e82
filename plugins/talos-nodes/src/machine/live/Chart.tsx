import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SmallText } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../../translation';
import { drawLine } from './drawLine';
import styles from './live.module.css';

export interface ChartProps {
  name: string;
  /** Oldest first; absent where the machine did not say. */
  values: readonly (number | undefined)[];
  /** Top of the chart; by default the highest value. */
  highest?: number;
  format: (value: number) => string;
  note?: string;
}

const width = 240;
const height = 48;

/** A small chart under its present value; its lowest and highest are said in words. */
export function Chart({ name, values, highest, format, note }: ChartProps) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const known = values.filter(value => value !== undefined);
  const now = values.at(-1);
  if (known.length === 0) {
    return (
      <figure className={styles.chart}>
        <figcaption className={styles.caption}>
          <span>{name}</span>
          <SmallText>{t('live.waiting')}</SmallText>
        </figcaption>
      </figure>
    );
  }
  const top = highest ?? Math.max(...known);
  const summary = t('live.summary', {
    name,
    now: now === undefined ? t('fact.unknown') : format(now),
    lowest: format(Math.min(...known)),
    highest: format(Math.max(...known)),
  });
  const line = drawLine(values, { width, height, top });
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <span>{name}</span>
        <strong className={styles.now}>
          {now === undefined ? t('fact.unknown') : format(now)}
        </strong>
      </figcaption>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={summary}
      >
        <title>{summary}</title>
        <path className={styles.stroke} d={line} />
      </svg>
      {note && <SmallText>{note}</SmallText>}
    </figure>
  );
}
