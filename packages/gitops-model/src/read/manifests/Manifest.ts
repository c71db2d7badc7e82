import type { YamlDocument } from '../documents/parseYaml';
import type { SourceRef } from '../RepositoryModel';

/** One Kubernetes object as the engine would apply it, as far as the reader evaluates. */
export interface Manifest {
  /** API group; empty for the core group. */
  group: string;
  kind: string;
  name: string;
  namespace?: string;
  /** The object as it is applied; written parts keep the lines they have in `document`. */
  value: Record<string, unknown>;
  source: SourceRef;
  /** Of a generated ConfigMap: where each of its keys is from. */
  dataSources?: Record<string, SourceRef>;
  /** For the lines of nested values. */
  document: YamlDocument;
}
