/** A document that tells a GitOps engine what to deploy, or from where. */
export interface EngineObject {
  kind: (typeof engineKinds)[number];
  name: string;
  file: string;
  /** As it stands in Git. */
  spec: unknown;
}

export const engineKinds = [
  'Application',
  'ApplicationSet',
  'FluxInstance',
  'GitRepository',
  'Kustomization',
] as const;
