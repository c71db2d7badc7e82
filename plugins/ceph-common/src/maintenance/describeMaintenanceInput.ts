import type { MaintenanceInput } from '../Maintenance';
import { maintenanceReasons } from './maintenanceReasons';

const words = new Map<string, string>(
  Object.entries(maintenanceReasons).map(([reason, told]) => [
    reason,
    told.words,
  ]),
);

/** An input's reason as an English sentence, with its values and what it is about. */
export function describeMaintenanceInput(
  input: Pick<MaintenanceInput, 'reason' | 'values' | 'subjects'>,
): string {
  const sentence = (words.get(input.reason) ?? input.reason).replace(
    /\{\{(\w+)\}\}/g,
    (_match, name: string) => String(input.values[name] ?? '?'),
  );
  return input.subjects.length > 0
    ? `${sentence} (${input.subjects.join(', ')})`
    : sentence;
}
