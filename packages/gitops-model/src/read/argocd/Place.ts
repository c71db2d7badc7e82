/** Where an Application was found. */
export interface Place {
  /** Cluster its Argo CD runs on. */
  home: string;
  wired: boolean;
  /** Applications above it. */
  depth: number;
  /** Name of the Application that deploys it. */
  parent?: string;
  /** Namespace its object goes into where it names none itself. */
  namespace?: string;
  /** Name of the ApplicationSet it comes from. */
  generatedBy?: string;
  /** Directory of this repository it was generated for. */
  directory?: string;
}
