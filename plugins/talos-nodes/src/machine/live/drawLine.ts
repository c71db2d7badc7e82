export interface DrawingBox {
  width: number;
  height: number;
  /** Value at the upper edge; the lower edge is zero. */
  top: number;
}

/** As many places as two minutes have; the newest value is at the end. */
const places = 60;
/** Keeps the stroke inside the picture. */
const inset = 1;

/** An SVG path through the values, interrupted where one is missing. */
export function drawLine(
  values: readonly (number | undefined)[],
  { width, height, top }: DrawingBox,
): string {
  const step = width / (places - 1);
  const start = width - step * (values.length - 1);
  let isDrawing = false;
  return values
    .map((value, index) => {
      if (value === undefined) {
        isDrawing = false;
        return '';
      }
      const share = top > 0 ? Math.min(1, value / top) : 0;
      const x = start + step * index;
      const y = height - inset - share * (height - 2 * inset);
      const command = isDrawing ? 'L' : 'M';
      isDrawing = true;
      return `${command}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}
