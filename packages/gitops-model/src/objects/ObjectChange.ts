/** One object that a change adds, changes or takes away. Never a value of it. */
export interface ObjectChange {
  change: 'added' | 'changed' | 'removed';
  cluster: string;
  /** API group; empty for the core group. Absent for the values of a Helm release. */
  group?: string;
  /** `Values` for the values of a Helm release. */
  kind: string;
  namespace?: string;
  name: string;
  /** Of a changed object: paths such as `spec.template.spec.containers[wiki].image`. */
  fields: string[];
}

/** What edits come to in the cluster, as far as Git says. */
export interface ObjectComparison {
  /** By cluster, namespace, kind and name. */
  changes: ObjectChange[];
  /** Names of deployment units that cannot be evaluated, before or after. */
  unread: string[];
}
