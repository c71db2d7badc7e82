import { fileFinding } from '../blocks/fileFinding';
import type { DocumentPlace } from '../blocks/workload';
import { setValue, valueAt } from '../edit/yaml/setValue';
import type { YamlEdit } from '../edit/yaml/YamlEdit';
import type { YamlPath } from '../edit/yaml/YamlValue';
import type { PlanTree } from './PlanTree';
import type { Step } from './Step';

/** Makes a place of a document hold a scalar. */
export function valueStep(
  tree: PlanTree,
  at: DocumentPlace,
  path: YamlPath,
  value: string | number | boolean,
): Step {
  return editStep(tree, at, document => setValue(document, path, value));
}

/** Takes an entry out of a map of a document, where it is there. */
export function removeEntryStep(
  tree: PlanTree,
  at: DocumentPlace,
  path: YamlPath,
): Step {
  const key = String(path.at(-1));
  return editStep(tree, at, document =>
    valueAt(document, path) === undefined
      ? undefined
      : { kind: 'remove-entry', path: path.slice(0, -1), key },
  );
}

/**
 * A change of one document.
 *
 * @param edit - what is left to do, looked up each time; `undefined` where it is done
 */
export function editStep(
  tree: PlanTree,
  { file, index }: DocumentPlace,
  edit: (document: unknown) => YamlEdit | undefined,
): Step {
  const next = () => edit(tree.readYaml(file)[index]);
  return {
    claims: [],
    isThere: () => next() === undefined,
    write: () => {
      const change = next();
      return change === undefined
        ? []
        : fileFinding(file, tree.editYaml(file, change, index));
    },
  };
}
