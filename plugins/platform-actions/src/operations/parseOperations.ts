import { InputError } from '@backstage/errors';
import { operationsSchema, type Operation } from '@internal/gitops-model';

/**
 * Operations from the input of a step. Values are data: nothing is rendered,
 * trimmed or escaped here.
 *
 * @throws InputError naming every field that has the wrong type or size
 */
export function parseOperations(input: unknown): Operation[] {
  const parsed = operationsSchema.safeParse(input);
  if (parsed.success) {
    return parsed.data;
  }
  const problems = parsed.error.issues.map(
    issue => `${issue.path.join('.') || 'operations'}: ${issue.message}`,
  );
  throw new InputError(
    `These values make no operation of the platform; correct them and try again. ${problems.join('; ')}`,
  );
}
