import { InputError } from '@backstage/errors';
import { entryOf } from './tree';

/** Whether labels match a selector such as `app=web,tier in (a, b),!canary`. Throws an `InputError` where it is not valid. */
export function matchesLabelSelector(
  selector: string | undefined,
  labels: unknown,
): boolean {
  if (!selector?.trim()) return true;
  const requirements = selector.match(/(?:[^,(]|\([^)]*\)?)+/g) ?? [];
  return requirements.every(requirement => matches(requirement, labels));
}

function matches(requirement: string, labels: unknown): boolean {
  const [, not, name] = /^\s*(!?)\s*([^\s=!<>()]+)\s*$/.exec(requirement) ?? [];
  if (name !== undefined) {
    return (entryOf(labels, name) === undefined) === (not === '!');
  }
  const [, set, negated, members] =
    /^\s*(\S+)\s+(not)?in\s+\(([^)]*)\)\s*$/.exec(requirement) ?? [];
  if (set !== undefined) {
    const value = entryOf(labels, set);
    const isMember = members.split(',').some(member => member.trim() === value);
    return isMember === (negated === undefined);
  }
  const [, key, operator, expected] =
    /^\s*([^\s=!<>]+)\s*(==|=|!=)\s*([^\s=!<>]*)\s*$/.exec(requirement) ?? [];
  if (key === undefined) {
    throw new InputError(`the selector ${requirement.trim()} is not valid`);
  }
  return (entryOf(labels, key) === expected) === (operator !== '!=');
}
