/** How a cluster's Talos API is reached, and as whom. */
export interface TalosAccess {
  /** As `https://host:port`, at least one. */
  endpoints: string[];
  /** PEM. */
  authority: string;
  /** PEM. */
  certificate: string;
  /** PEM, in the form OpenSSL knows. */
  key: string;
  validFrom: Date;
  expiresAt: Date;
  /** Talos' roles, such as `os:reader`. */
  roles: string[];
}
