import type { ForgeAccount } from '../model/ForgeAccount';
import { toNodeId } from '../model/nodeId';
import type { GraphqlContext } from './GraphqlContext';

export function toUser(context: GraphqlContext, account: ForgeAccount) {
  return {
    __typename: 'User',
    id: toNodeId('U', account.login),
    databaseId: account.id,
    login: account.login,
    name: account.name,
    email: account.email,
    url: `${context.origin}/${account.login}`,
  };
}
