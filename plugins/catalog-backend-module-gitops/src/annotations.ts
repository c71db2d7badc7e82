/** Annotations the portal puts on entities that come from a GitOps repository. */
export const portalAnnotations = {
  platform: 'portal.internal/platform',
  /** The app's own name, which the entity's may have to differ from. */
  app: 'portal.internal/app',
  cluster: 'portal.internal/cluster',
  /** Commit at which the entity last changed. */
  sourceCommit: 'portal.internal/source-commit',
  /** Path in the repository of the file that declares it. */
  sourceFile: 'portal.internal/source-file',
  /** Git blob id of that file. */
  sourceBlob: 'portal.internal/source-blob',
  /** Path of the file that declares the deployment unit it belongs to. */
  unitFile: 'portal.internal/unit-file',
  /** Web address of the file and line at that commit. */
  sourceUrl: 'portal.internal/source-url',
  ownerReason: 'portal.internal/owner-reason',
  /** `namespace/name` of each of its Flux Kustomizations, with commas between. */
  fluxKustomization: 'portal.internal/flux-kustomization',
  pattern: 'portal.internal/pattern',
  template: 'portal.internal/template',
  /** Number of errors and warnings in the app's files. */
  findings: 'portal.internal/findings',
} as const;

/** What keeps one provider's entities apart from another's; also their location. */
export function locationKeyOf(platformId: string): string {
  return `gitops:${platformId}`;
}
