import { notFound } from '../model/ForgeError';
import { parseNodeId } from '../model/nodeId';
import type { GraphqlContext } from './GraphqlContext';
import { toPullRequest } from './toPullRequest';
import { requireRepository, toRepository } from './toRepository';
import { toUser } from './toUser';

/** The fields of `Query`. */
export const queries = {
  viewer: (_: object, context: GraphqlContext) =>
    toUser(context, context.account),
  user: ({ login }: { login: string }, context: GraphqlContext) =>
    toUser(context, context.forge.account(login)),
  repository: (
    { owner, name }: { owner: string; name: string },
    context: GraphqlContext,
  ) => toRepository(context, context.forge.repository(`${owner}/${name}`)),
  rateLimit: (_: object, { forge, account }: GraphqlContext) => {
    const state = forge.rateLimit.state(account.login, 'graphql');
    return {
      cost: 1,
      nodeCount: 0,
      limit: state.limit,
      used: state.used,
      remaining: state.remaining,
      resetAt: new Date(state.reset * 1000).toISOString(),
    };
  },
  node: ({ id }: { id: string }, context: GraphqlContext) => {
    if (id.startsWith('PR_')) {
      const [fullName, number] = parseNodeId('PR', id);
      return toPullRequest(
        context,
        context.forge.pullRequest(Number(number), fullName),
      );
    }
    if (id.startsWith('R_')) {
      return toRepository(
        context,
        requireRepository(context, parseNodeId('R', id)),
      );
    }
    if (id.startsWith('U_')) {
      const [login = ''] = parseNodeId('U', id);
      return toUser(context, context.forge.account(login));
    }
    throw notFound(`Could not resolve to a node with the global id of '${id}'`);
  },
};
