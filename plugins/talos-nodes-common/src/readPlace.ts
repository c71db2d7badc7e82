import type { NodeSummary } from './TalosNode';

/** Where the annotations of a machine's entity, or of its Node object, say that it stands; `undefined` without a rack. */
export function readPlace(
  annotations: Readonly<Record<string, string>>,
): NodeSummary['place'] {
  const rack = annotations['portal.internal/rack'];
  return rack
    ? {
        rack,
        unit: toWholeNumber(annotations['portal.internal/rack-unit']),
        height: toWholeNumber(annotations['portal.internal/rack-height']),
      }
    : undefined;
}

function toWholeNumber(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
