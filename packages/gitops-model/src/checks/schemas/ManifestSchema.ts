/** What is wrong with one place of a manifest. */
export interface SchemaProblem {
  /** Keys that lead there; an item of a list is its number. */
  path: readonly string[];
  /** Goes on behind the place: `must be number`. */
  message: string;
  /** Whether other places of the same mapping have a part in it, as of alternatives none of which fits. */
  isJoint?: boolean;
}

/** Says what the API server would refuse of a manifest; nothing where it would take it. */
export type ManifestSchema = (
  manifest: Readonly<Record<string, unknown>>,
) => SchemaProblem[];
