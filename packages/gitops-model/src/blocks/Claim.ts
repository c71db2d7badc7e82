/** Something only one app may hold. */
export type Claim =
  | { kind: 'app'; app: string }
  | { kind: 'namespace'; namespace: string }
  | {
      kind: 'host';
      host: string;
      gateway: { name: string; namespace: string; sectionName: string };
    }
  | { kind: 'client-id'; clientId: string };
