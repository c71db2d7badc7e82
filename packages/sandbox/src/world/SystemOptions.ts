/** What the systems of the sandbox accept as proof of who calls. */
export interface SandboxTokens {
  /** The portal's token at the forge, for Git and the API. */
  forge: string;
  argocd: string;
  kubernetes: string;
  /** The secret of the portal's client at the identity provider. */
  oidcClientSecret: string;
  /** The password of the portal's account at the managers of Ceph. */
  ceph: string;
}

/** What every system is started with: `startX(world, options)`. */
export interface SystemOptions {
  /** 0 takes a free one. */
  port: number;
  tokens: SandboxTokens;
  /** Where the portal answers, such as `http://localhost:7007`. */
  portalUrl: string;
}
