/** The JEDEC ids that memory bears instead of a name. */
const JEDEC: Record<string, string> = {
  '002C': 'Micron',
  '802C': 'Micron',
  '00AD': 'SK Hynix',
  '80AD': 'SK Hynix',
  '00CE': 'Samsung',
  '80CE': 'Samsung',
  '0198': 'Kingston',
  '029E': 'Corsair',
  '04CD': 'G.Skill',
};

/** A name in place of a JEDEC id, where it is known. */
export function nameManufacturer(raw: string | undefined): string | undefined {
  if (!raw || !/^[0-9A-F]{4,}$/i.test(raw)) return raw;
  return JEDEC[raw.slice(0, 4).toUpperCase()] ?? raw;
}
