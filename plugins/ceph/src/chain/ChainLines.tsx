import { ChainLayout, Stroke } from './layout/ChainLayout';
import styles from './ChainPicture.module.css';

export interface ChainLinesProps {
  layout: ChainLayout;
  /** Ids of the items whose paths stand out; absent where none do. */
  traced: ReadonlySet<string> | undefined;
}

/** The links of the picture; the table says the same in words. */
export function ChainLines(props: ChainLinesProps) {
  const { layout, traced } = props;
  const isTraced = ({ links }: Stroke) =>
    traced !== undefined &&
    links.some(({ from, to }) => traced.has(from) && traced.has(to));
  // What stands out is drawn last, above the others.
  const strokes = [...layout.strokes].sort(
    (a, b) => Number(isTraced(a)) - Number(isTraced(b)),
  );
  return (
    <svg
      className={styles.lines}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      preserveAspectRatio="none"
      style={{ blockSize: layout.height }}
      aria-hidden="true"
      data-tracing={traced !== undefined}
    >
      {strokes.map(stroke => (
        <path
          key={stroke.key}
          d={curve(stroke)}
          data-traced={isTraced(stroke)}
          data-unproven={!stroke.isProven}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}

function curve({ from, to }: Stroke): string {
  const bend = (to.x - from.x) / 2;
  return `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}
