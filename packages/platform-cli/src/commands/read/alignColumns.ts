import { printable } from '../../printable';

/** Cells as aligned lines; untrusted text among them is made harmless. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map(row => row.map(printable));
  const widths = new Map<number, number>();
  for (const row of cells) {
    row.forEach((cell, index) =>
      widths.set(index, Math.max(widths.get(index) ?? 0, cell.length)),
    );
  }
  return cells.map(row =>
    row
      .map((cell, index) => cell.padEnd(widths.get(index) ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
