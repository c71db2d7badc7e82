/** Somebody, or the portal, at the forge. */
export interface ForgeAccount {
  id: number;
  login: string;
  name: string;
  email: string;
  permission: 'read' | 'write';
  /** Whether it may change files below `.github/workflows`. */
  workflows: boolean;
}
