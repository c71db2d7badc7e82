import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import { checkPlainSecret } from './checkPlainSecret';
import { checkText } from './checkText';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

const systemShape = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** What is said of an app besides what it runs. */
export function checkFacts({
  description = '',
  system,
}: Pick<OperationOf<'create-app'>, 'description' | 'system'>): Finding[] {
  const findings = [
    ...checkText(description, 'description'),
    ...checkPlainSecret(description, 'description'),
  ];
  return system === undefined || systemShape.test(system)
    ? findings
    : [
        ...findings,
        refusal('system-invalid', {
          message: `${quoteValue(system)} cannot name a system: a name is made of a-z, 0-9 and “-”.`,
          fix: 'Choose a system that is there, or such a name.',
          field: 'system',
        }),
      ];
}
