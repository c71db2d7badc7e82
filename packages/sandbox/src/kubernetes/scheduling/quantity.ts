const factors: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** `250m` → 0.25, `1Gi` → 1073741824; what is no quantity counts nothing. */
export function readQuantity(quantity: string | number | undefined): number {
  const [, digits = '', unit = ''] =
    /^([0-9.]+)([A-Za-z]*)$/.exec(String(quantity ?? 0)) ?? [];
  return Number(digits) * (factors[unit] ?? 0);
}
