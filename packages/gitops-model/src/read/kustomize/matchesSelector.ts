import { InputError } from '@backstage/errors';
import { isRecord } from '../isRecord';
import type { Selector } from './kustomizationSchema';
import { matchesLabelSelector } from './matchesLabelSelector';
import type { Resource } from './Resource';
import { effectiveNamespace, type ResourceId } from './ResourceId';

/** What of an object its `target` has to match: a whole text by a regular expression. */
export interface Pattern {
  matchesType(id: ResourceId): boolean;
  matchesName(name: string): boolean;
  matchesNamespace(namespace: string): boolean;
  matchesLabels(resource: Resource): boolean;
}

/** Throws an `InputError` where the selector is not valid. */
export function toPattern(selector: Selector): Pattern {
  const group = anchored(selector.group);
  const version = anchored(selector.version);
  const kind = anchored(selector.kind);
  return {
    matchesType: id => group(id.group) && version(id.version) && kind(id.kind),
    matchesName: anchored(selector.name),
    matchesNamespace: anchored(selector.namespace),
    matchesLabels: ({ value }) => {
      const metadata = isRecord(value.metadata) ? value.metadata : {};
      return (
        matchesLabelSelector(selector.labelSelector, metadata.labels) &&
        matchesLabelSelector(selector.annotationSelector, metadata.annotations)
      );
    },
  };
}

/** The objects a patch is meant for. Throws an `InputError` where the selector is not valid. */
export function selectTargets(
  resources: readonly Resource[],
  selector: Selector,
): Resource[] {
  const pattern = toPattern(selector);
  return resources.filter(resource => {
    const { id, originalId } = resource;
    const ids = [id, originalId];
    return (
      ids.some(({ name }) => pattern.matchesName(name)) &&
      ids.some(each => pattern.matchesNamespace(effectiveNamespace(each))) &&
      pattern.matchesType(id) &&
      pattern.matchesLabels(resource)
    );
  });
}

const longestText = 512;

function anchored(pattern: string | undefined): (text: string) => boolean {
  if (!pattern) return () => true;
  if (/^[\w-]+$/.test(pattern)) return text => text === pattern;
  const expression = toExpression(`^(?:${pattern})$`);
  return text => text.length <= longestText && expression.test(text);
}

/**
 * Kustomize's expressions take linear time, those of JavaScript may not:
 * repeated groups and many repetitions are refused.
 */
export function toExpression(pattern: string): RegExp {
  const repetitions = pattern.match(/[*+}]/g) ?? [];
  if (/\)[*+{]/.test(pattern) || repetitions.length > 3) {
    throw new InputError(
      `the expression ${pattern} is too complex for the portal`,
    );
  }
  try {
    return new RegExp(pattern, 'u');
  } catch {
    throw new InputError(`${pattern} is no regular expression`);
  }
}
