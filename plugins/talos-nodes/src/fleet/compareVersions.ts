/** Orders versions such as `v1.12.4` and `v1.13.0-rc.1`, older first. */
export function compareVersions(a: string, b: string): number {
  const [numbersA, labelA] = split(a);
  const [numbersB, labelB] = split(b);
  const numbers = compareText(numbersA, numbersB);
  if (numbers !== 0 || labelA === labelB) {
    return numbers;
  }
  // A version comes after its own candidates.
  if (!labelA || !labelB) {
    return labelA ? -1 : 1;
  }
  return compareText(labelA, labelB);
}

function split(version: string): [numbers: string, label: string] {
  const [numbers, ...label] = version.replace(/^v/, '').split('-');
  return [numbers, label.join('-')];
}

function compareText(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
