import { persistenceOf } from '../blocks/appTemplatePersistence';
import type { Workload, WorkloadContainer } from '../blocks/workload';
import { addValue, valueAt } from '../edit/yaml/setValue';
import type { YamlPath, YamlValue } from '../edit/yaml/YamlValue';
import { isRecord } from '../read/isRecord';
import { editStep, removeEntryStep, valueStep } from './editSteps';
import type { PlanTree } from './PlanTree';
import type { Step } from './Step';

interface Mount {
  app: string;
  name: string;
  claim: string;
  /** Instead of the claim. */
  share?: { server: string; path: string };
  mountPath: string;
  /** One node at a time can mount it. */
  isExclusive: boolean;
}

/** A claim as a volume of pods that are there, in a manifest or in a chart's values. */
export function mountSteps(
  tree: PlanTree,
  workload: Workload,
  container: WorkloadContainer,
  mount: Mount,
): Step[] {
  const { app, name, claim, mountPath, share } = mount;
  const { podPath, valuesPath } = workload;
  if (!podPath) {
    const path = [...(valuesPath ?? []), 'persistence', name];
    const value = persistenceOf(app, { name, mountPath, share });
    return [
      editStep(tree, workload, document => addValue(document, path, value)),
    ];
  }
  return [
    ...(mount.isExclusive ? replaceSteps(tree, workload) : []),
    ...groupSteps(tree, workload, podPath),
    itemStep(tree, workload, [...container.path, 'volumeMounts'], {
      name,
      mountPath,
    }),
    itemStep(tree, workload, [...podPath, 'volumes'], {
      name,
      persistentVolumeClaim: { claimName: claim },
    }),
  ];
}

/** The old pod has to let go of the volume before the new one starts. */
function replaceSteps(tree: PlanTree, workload: Workload): Step[] {
  if (workload.kind !== 'Deployment') return [];
  const path = ['spec', 'strategy'];
  return [
    removeEntryStep(tree, workload, [...path, 'rollingUpdate']),
    valueStep(tree, workload, [...path, 'type'], 'Recreate'),
  ];
}

/** A user that is not root writes to its volumes as a member of their group. */
function groupSteps(
  tree: PlanTree,
  workload: Workload,
  podPath: YamlPath,
): Step[] {
  const path = [...podPath, 'securityContext'];
  const context = valueAt(tree.readYaml(workload.file)[workload.index], path);
  return isRecord(context) &&
    context.runAsNonRoot === true &&
    context.fsGroup === undefined
    ? [
        valueStep(tree, workload, [...path, 'fsGroup'], 1000),
        valueStep(
          tree,
          workload,
          [...path, 'fsGroupChangePolicy'],
          'OnRootMismatch',
        ),
      ]
    : [];
}

/** One of a list whose items have names. */
function itemStep(
  tree: PlanTree,
  workload: Workload,
  path: YamlPath,
  value: { name: string } & Record<string, YamlValue>,
): Step {
  return editStep(tree, workload, document => {
    const list = valueAt(document, path);
    const isThere =
      Array.isArray(list) &&
      list.some(item => isRecord(item) && item.name === value.name);
    return isThere ? undefined : { kind: 'insert-item', path, value };
  });
}
