const HARMLESS = new Set([
  'active',
  'clean',
  'scrubbing',
  'deep',
  'snaptrim',
  'snaptrim_wait',
]);

/** All copies are there and nothing is wrong with them; scrubbing does not matter. */
export function isClean(state: string): boolean {
  const states = state.split('+');
  return (
    states.includes('active') &&
    states.includes('clean') &&
    states.every(part => HARMLESS.has(part))
  );
}
