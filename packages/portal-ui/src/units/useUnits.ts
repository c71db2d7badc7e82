import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../language/useLanguage';
import { portalUiTranslationRef } from '../translation';

const decimalUnits = [
  ['terabyte', 1e12],
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;
const binaryUnits = [
  ['tebibytes', 1024 ** 4],
  ['gibibytes', 1024 ** 3],
  ['mebibytes', 1024 ** 2],
] as const;

/** Numbers and amounts as the reader's language writes them. */
export function useUnits() {
  const { t } = useTranslationRef(portalUiTranslationRef);
  const language = useLanguage();
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(
      value,
    );
  const unit = (value: number, name: string, digits: number) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      maximumFractionDigits: digits,
    }).format(value);
  const decimal = (bytes: number, suffix: string) => {
    const [name, size] = decimalUnits.find(([, least]) => bytes >= least) ?? [
      'byte',
      1,
    ];
    return unit(bytes / size, `${name}${suffix}`, digitsOf(bytes / size));
  };
  return {
    number,
    /** Without separators, as a designation. */
    plainNumber: (value: number) =>
      new Intl.NumberFormat(language, { useGrouping: false }).format(value),
    percent: (share: number) =>
      new Intl.NumberFormat(language, {
        style: 'percent',
        maximumFractionDigits: 0,
      }).format(share),
    /** Disks are sold in powers of ten. */
    diskBytes: (bytes: number) => decimal(bytes, ''),
    bytesPerSecond: (bytes: number) => decimal(bytes, '-per-second'),
    /** Memory is built in powers of two. */
    memoryBytes: (bytes: number) => {
      const found = binaryUnits.find(([, least]) => bytes >= least);
      if (!found) {
        return t('amount.bytes', { number: number(bytes) });
      }
      const [name, size] = found;
      return t(`amount.${name}`, {
        number: number(bytes / size, digitsOf(bytes / size)),
      });
    },
    linkSpeed: (megabits: number) =>
      megabits >= 1000
        ? unit(megabits / 1000, 'gigabit-per-second', 1)
        : unit(megabits, 'megabit-per-second', 0),
    frequency: (megahertz: number) =>
      t('amount.gigahertz', { number: number(megahertz / 1000, 2) }),
    watts: (power: number) => t('amount.watts', { number: number(power, 1) }),
    celsius: (degrees: number) => unit(degrees, 'celsius', 0),
  };
}
export type Units = ReturnType<typeof useUnits>;

/** Three digits say enough. */
function digitsOf(value: number): number {
  if (value >= 100) {
    return 0;
  }
  return value >= 10 ? 1 : 2;
}
