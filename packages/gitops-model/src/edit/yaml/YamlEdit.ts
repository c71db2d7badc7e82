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
      /** Behind the last path of its directory and ending, or of its directory, where the list is not sorted. */
      grouped?: boolean;
    }
  | {
      kind: 'insert-entry';
      /** Where the map is; one that is there without a value is filled. */
      path: YamlPath;
      key: string;
      value: YamlValue;
      /** Key of the entry it stands behind; without it behind the last. */
      after?: string;
      /** Keys of entries that it stands before, of those that are there. */
      before?: readonly string[];
    }
  | {
      kind: 'remove-item';
      /** Where the list is. Comments beside the item go with it. */
      path: YamlPath;
      index: number;
    }
  | {
      kind: 'remove-entry';
      /** Where the map is. Comments beside the entry go with it. */
      path: YamlPath;
      key: string;
    }
  | {
      kind: 'replace-scalar';
      path: YamlPath;
      value: string | number | boolean;
    };
