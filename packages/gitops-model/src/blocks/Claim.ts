/** Something only one app may hold. */
export type Claim =
  | { kind: 'app'; app: string }
  | { kind: 'namespace'; namespace: string }
  | {
      kind: 'host';
      host: string;
      /** Without a section no route of the gateway may have the host. */
      gateway: { name: string; namespace: string; sectionName?: string };
    }
  | {
      kind: 'listener';
      gateway: { name: string; namespace: string };
      port: number;
      host: string;
      /** Of a new one. */
      name?: string;
    }
  | { kind: 'client-id'; clientId: string }
  | {
      kind: 'external-secret';
      cluster: string;
      namespace: string;
      name: string;
      /** The one file that may hold it. */
      file: string;
    }
  | { kind: 'secret-key'; key: string };
