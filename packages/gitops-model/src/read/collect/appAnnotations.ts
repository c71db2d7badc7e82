/** What the portal writes on an app's first deployment unit. */
export const appAnnotations = {
  owner: 'portal.internal/owner',
  system: 'portal.internal/system',
  description: 'portal.internal/description',
  template: 'portal.internal/template',
} as const;
