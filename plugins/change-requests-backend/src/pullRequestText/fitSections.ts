/** A part of a text, which is shortened by whole lines. */
export interface Section {
  title: string;
  lines: readonly string[];
  /** What stands around the lines, however many are left. */
  around?: { before: string; after: string };
}

/**
 * Markdown of the sections in at most so many bytes. Short sections stay whole;
 * the long ones share what is left, and each says how many of its lines are
 * missing and where they are.
 */
export function fitSections(
  sections: readonly Section[],
  options: { maxBytes: number; elsewhere: string },
): string {
  const { maxBytes, elsewhere } = options;
  const frames = sections.map(section =>
    Buffer.byteLength(frame(section, [], missingNote(1e9, elsewhere))),
  );
  let left = maxBytes - frames.reduce((sum, bytes) => sum + bytes, 0);
  const shares = new Map<Section, readonly string[]>();
  const bySize = [...sections].sort(
    (a, b) => sizeOf(a.lines) - sizeOf(b.lines),
  );
  bySize.forEach((section, index) => {
    const kept = takeLines(section.lines, left / (bySize.length - index));
    shares.set(section, kept);
    left -= sizeOf(kept);
  });
  return sections
    .map(section => {
      const kept = shares.get(section) ?? [];
      const missing = section.lines.length - kept.length;
      const note = missing > 0 ? missingNote(missing, elsewhere) : '';
      return frame(section, kept, note);
    })
    .join('');
}

function frame(
  { title, around }: Section,
  lines: readonly string[],
  note: string,
): string {
  const body = [
    ...(around ? [around.before] : []),
    ...lines,
    ...(around ? [around.after] : []),
  ];
  return `## ${title}\n\n${body.join('\n')}\n\n${note}`;
}

function missingNote(missing: number, elsewhere: string): string {
  return `${missing} more lines are left out here${elsewhere}.\n\n`;
}

function takeLines(lines: readonly string[], maxBytes: number): string[] {
  let left = maxBytes;
  const end = lines.findIndex(line => {
    left -= sizeOf([line]);
    return left < 0;
  });
  return end === -1 ? [...lines] : lines.slice(0, end);
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}
