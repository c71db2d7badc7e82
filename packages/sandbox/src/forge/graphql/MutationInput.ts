/** The argument of every mutation of GitHub; GraphQL has checked its types. */
export interface MutationInput<TFields> {
  input: TFields & { clientMutationId?: string | null };
}
