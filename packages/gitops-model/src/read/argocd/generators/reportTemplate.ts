import type { GeneratorContext } from './GeneratorContext';

/** Says that something of an ApplicationSet cannot be rendered, and what is lost by it. */
export function reportTemplate(
  { reading, set }: Pick<GeneratorContext, 'reading' | 'set'>,
  problem: string,
  place: { element?: string; line?: number } = {},
): void {
  const { element, line = set.source.line } = place;
  const what =
    element === undefined
      ? 'makes nothing'
      : `makes no Application for ${element}`;
  reading.report(
    {
      code: 'template-failed',
      severity: 'error',
      message: `The ApplicationSet ${set.name} ${what}: ${problem}.`,
      fix: 'Correct the template, or give it the parameter it asks for.',
    },
    { file: set.source.file, line },
  );
}
