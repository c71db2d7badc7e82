import type { Finding } from '../finding/Finding';
import { checkPlainSecret } from './checkPlainSecret';
import { checkText } from './checkText';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

const shape = /^[A-Za-z_][A-Za-z0-9_]*$/;
const reserved = /^(PATH|HOME|HOSTNAME|LD_[A-Z_]+|KUBERNETES_.*)$/;

/** Name of an environment variable; `taken` are those the app has already. */
export function checkVariableName(
  name: string,
  field: string,
  taken: readonly string[],
): Finding[] {
  if (!shape.test(name)) {
    return [
      refusal('env-name-invalid', {
        message: `${quoteValue(name)} cannot name a variable: a name is made of letters, digits and “_”, and starts with no digit.`,
        fix: 'Choose a name such as “LOG_LEVEL”.',
        field,
      }),
    ];
  }
  if (reserved.test(name)) {
    return [
      refusal('env-name-reserved', {
        message: `The variable ${name} is set by the system.`,
        fix: 'Choose another name.',
        field,
      }),
    ];
  }
  return taken.includes(name)
    ? [
        refusal('env-name-duplicate', {
          message: `The variable ${name} is there already.`,
          fix: 'Give each variable once.',
          field,
        }),
      ]
    : [];
}

/**
 * Plain variables.
 *
 * @param fieldsOf - the operation's fields that a variable comes from
 */
export function checkEnvironment(
  env: readonly { name: string; value: string }[],
  fieldsOf = (at: number) => ({
    name: `env.${at}.name`,
    value: `env.${at}.value`,
  }),
): Finding[] {
  return env.flatMap(({ name, value }, at) => {
    const fields = fieldsOf(at);
    const before = env.slice(0, at).map(variable => variable.name);
    const nameFindings = checkVariableName(name, fields.name, before);
    return [
      ...nameFindings,
      ...checkText(value, fields.value),
      ...checkPlainSecret(
        value,
        fields.value,
        nameFindings.length === 0 ? name : undefined,
      ),
    ];
  });
}
