/**
 * What one repository may cost. A file or document beyond a limit becomes a
 * finding; everything else is read as usual. Size of files is limited by the
 * snapshot.
 */
export const readLimits = {
  /** Uses of YAML aliases in one document, counted as expanded. */
  aliases: 1000,
  documentsPerFile: 2000,
  /** Of kustomizations within kustomizations, and of Applications within Applications. */
  depth: 32,
  /** Directories that one build enters, each as often as it is used. */
  kustomizations: 1000,
} as const;
