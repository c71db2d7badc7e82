import { setTimeout as wait } from 'node:timers/promises';
import type { GraphqlContext } from './GraphqlContext';
import { pullRequestMutations } from './pullRequestMutations';
import { queries } from './queries';
import { repositoryMutations } from './repositoryMutations';

/** The request broke off; the failure that did it stands in the context. */
class BrokenOff extends Error {}

type Field = (args: never, context: GraphqlContext) => unknown;

/**
 * Every field of `Query` and `Mutation`: recorded as a call, and failing where
 * a test wants it to. What comes after a failed field is not executed.
 */
export const rootFields = {
  ...wrapAll(queries),
  ...wrapAll(repositoryMutations),
  ...wrapAll(pullRequestMutations),
};

function wrapAll(fields: Record<string, Field>): Record<string, Field> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, wrap(name, field)]),
  );
}

function wrap(name: string, field: Field): Field {
  return async (args, context) => {
    if (context.broken) {
      throw new BrokenOff(name);
    }
    context.forge.calls.push(name);
    const failure = context.forge.failures.take(name);
    if (failure?.mode === 'slow') {
      await wait(failure.delayMs);
    } else if (failure) {
      context.broken = failure;
    }
    if (failure?.mode === 'error-before') {
      throw new BrokenOff(name);
    }
    return field(args, context);
  };
}
