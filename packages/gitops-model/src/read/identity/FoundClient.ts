import type { LoginClient } from '../RepositoryModel';

/** A login client as its file says it, before its app and cluster are told. */
export type FoundClient = Pick<
  LoginClient,
  'clientId' | 'redirectUris' | 'realm' | 'source'
>;
