import { isScalar, Scalar } from 'yaml';
import { renderFlowYaml } from './emitYaml';

/**
 * How the texts beside a new one are quoted, where most are without need;
 * `undefined` where they are plain.
 */
export function siblingQuotes(
  siblings: readonly unknown[],
): 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | undefined {
  const types = siblings.flatMap(node =>
    isScalar(node) && typeof node.value === 'string' && !needsQuotes(node.value)
      ? [node.type]
      : [],
  );
  return ([Scalar.QUOTE_DOUBLE, Scalar.QUOTE_SINGLE] as const).find(
    type => types.filter(other => other === type).length > types.length / 2,
  );
}

function needsQuotes(text: string): boolean {
  return renderFlowYaml(text, true) !== text;
}
