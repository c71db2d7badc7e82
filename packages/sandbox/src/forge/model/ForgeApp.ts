import type { KeyObject } from 'node:crypto';

/** An app that was registered at the forge and installed for some repositories. */
export interface ForgeApp {
  id: number;
  publicKey: KeyObject;
  installationId: number;
  /** `<owner>/<name>` of each repository it is installed for. */
  repositories: string[];
  /** What its owner granted, such as `contents` → `write`. */
  permissions: Record<string, string>;
  /** The account its tokens act as. */
  login: string;
}
