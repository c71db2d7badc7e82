/** The first digits of a schematic's id, enough to tell it from others. */
export function shortSchematic(schematic: string): string {
  return schematic.slice(0, 10);
}
