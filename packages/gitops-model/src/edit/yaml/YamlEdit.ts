import type { YamlPath, YamlValue } from './YamlValue';

/** One change of a YAML document. */
export type YamlEdit =
  | {
      kind: 'insert-item';
      /** Where the list is; a missing or empty one is made. */
      path: YamlPath;
      value: YamlValue;
      /** Into its place, where the list is sorted; otherwise at the end. */
      sorted?: boolean;
    }
  | { kind: 'insert-entry'; path: YamlPath; key: string; value: YamlValue }
  | {
      kind: 'remove-item';
      /** Where the list is. Comments beside the item go with it. */
      path: YamlPath;
      index: number;
    }
  | {
      kind: 'replace-scalar';
      path: YamlPath;
      value: string | number | boolean;
    };
