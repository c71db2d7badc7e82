/** The forges the portal writes to; Forgejo speaks Gitea's API. */
export const forgeKinds = ['github', 'gitlab', 'gitea'] as const;
export type ForgeKind = (typeof forgeKinds)[number];

/** How sentences for people call a forge. */
export const forgeNames: Record<ForgeKind, string> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  gitea: 'Gitea',
};
