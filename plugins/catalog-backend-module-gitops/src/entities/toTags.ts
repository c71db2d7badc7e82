const maxTags = 20;

/** Tags the catalog accepts, each once and in order. */
export function toTags(texts: readonly string[]): string[] {
  const tags = texts.map(text =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 63)
      .replace(/-+$/, ''),
  );
  return [...new Set(tags.filter(Boolean))].sort().slice(0, maxTags);
}
