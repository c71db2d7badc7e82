/** Somebody, or the portal, at the forge. */
export interface ForgeAccount {
  id: number;
  login: string;
  name: string;
  email: string;
  permission: 'read' | 'write';
  /** Whether it may change files below `.github/workflows`. */
  workflows: boolean;
  /** What the token that was shown is narrowed to; without one it may do all the account may. */
  grant?: TokenGrant;
}

/** What a token of an app may do, and where. */
export interface TokenGrant {
  /** `<owner>/<name>` of each repository. */
  repositories: string[];
  /** Such as `contents` → `write`. */
  permissions: Record<string, string>;
}

/** Whether the account may see the repository at all. */
export function maySee(account: ForgeAccount, fullName: string): boolean {
  return account.grant?.repositories.includes(fullName) ?? true;
}
