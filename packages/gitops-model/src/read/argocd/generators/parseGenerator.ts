import { isRecord } from '../../isRecord';
import { type Generator, generatorSchema } from '../ApplicationSet';
import type { GeneratorContext } from './GeneratorContext';

/** A generator; `undefined`, with a finding, where it is not valid. */
export function parseGenerator(
  { reading, set }: Pick<GeneratorContext, 'reading' | 'set'>,
  generator: unknown,
): Generator | undefined {
  const parsed = generatorSchema.safeParse(generator);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  reading.report(
    {
      code: 'invalid-manifest',
      severity: 'error',
      message: `A generator of the ApplicationSet ${set.name} is not valid: ${issue.path.join('.')}: ${issue.message}.`,
      fix: 'Correct the field.',
    },
    {
      file: set.source.file,
      line:
        (isRecord(generator) && set.document.lines.get(generator)) ||
        set.source.line,
    },
  );
  return undefined;
}
