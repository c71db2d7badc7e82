export interface TimePoint {
  /** Milliseconds since 1970. */
  at: number;
  /** Absent where it was not known. */
  value?: number;
}

export interface TimeBox {
  width: number;
  height: number;
  /** Milliseconds since 1970 at the edges. */
  from: number;
  to: number;
  /** Value at the upper edge; the lower edge is zero. */
  top: number;
}

/** Keeps the stroke inside the picture. */
const inset = 1;
/** A pause so many times longer than usual is one in which nothing was known. */
const gap = 3;

export function placeTime(at: number, box: TimeBox): number {
  return ((at - box.from) / Math.max(1, box.to - box.from)) * box.width;
}

export function placeValue(value: number, { height, top }: TimeBox): number {
  const share = top > 0 ? Math.min(1, Math.max(0, value / top)) : 0;
  return height - inset - share * (height - 2 * inset);
}

/** An SVG path through points in time, interrupted where nothing was known. */
export function drawTimeLine(points: readonly TimePoint[], box: TimeBox) {
  const longest = gap * usualPause(points);
  let before: number | undefined;
  return points
    .map(({ at, value }) => {
      if (value === undefined) {
        before = undefined;
        return '';
      }
      const isDrawing = before !== undefined && at - before <= longest;
      before = at;
      const x = placeTime(at, box).toFixed(1);
      const y = placeValue(value, box).toFixed(1);
      // A point by itself would not show.
      return isDrawing ? `L${x} ${y}` : `M${x} ${y}h0.1`;
    })
    .join('');
}

function usualPause(points: readonly TimePoint[]): number {
  const pauses = points
    .slice(1)
    .map(({ at }, index) => at - points[index].at)
    .sort((a, b) => a - b);
  return pauses[Math.floor(pauses.length / 2)] ?? 0;
}
