const suffixes: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** Value of a Kubernetes quantity such as `250m` or `1.5Gi`. */
export function parseQuantity(text: string): number | undefined {
  const [, digits, suffix] =
    /^(\d{1,15}(?:\.\d{1,6})?)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/.exec(text) ?? [];
  return digits === undefined
    ? undefined
    : Number(digits) * suffixes[suffix ?? ''];
}
