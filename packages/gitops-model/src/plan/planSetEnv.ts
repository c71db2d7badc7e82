import type { Workload, WorkloadContainer } from '../blocks/workload';
import { checkEnvironment } from '../checks/checkEnvironment';
import { checkAppOwner } from '../checks/checkOwner';
import { refusal } from '../checks/refusal';
import { setValue } from '../edit/yaml/setValue';
import type { YamlEdit } from '../edit/yaml/YamlEdit';
import type { OperationOf } from '../operation/Operation';
import { editStep } from './editSteps';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { requireContainer } from './requireContainer';

/** One plain variable of a container: set, or taken out. */
export function planSetEnv(
  operation: OperationOf<'set-env'>,
  context: OperationContext,
): OperationPlan {
  const { app, name, value } = operation;
  const findings = [
    ...checkAppOwner(app, context),
    ...checkEnvironment([{ name, value: value ?? '' }], () => ({
      name: 'name',
      value: 'value',
    })),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const found = requireContainer(operation, context);
  if (!found.ok) return { findings: [...findings, found.finding], steps: [] };
  const { workload, container } = found;
  const there = container.env.find(variable => variable.name === name);
  if (there && there.value === undefined) {
    const finding = refusal('env-not-plain', {
      message: `The variable ${name} of ${workload.name} is filled from elsewhere, such as a Secret.`,
      fix: 'Choose another name, or change what fills it.',
      field: 'name',
      file: workload.file,
    });
    return { findings: [...findings, finding], steps: [] };
  }
  if (there?.value === (value ?? undefined)) return { findings, steps: [] };
  const edit = editOf(operation, container);
  return { findings, steps: [changeStep(context, workload, edit)] };
}

type Edit = (document: unknown) => YamlEdit | undefined;

function editOf(
  { name, value }: OperationOf<'set-env'>,
  { env, envForm, path: at }: WorkloadContainer,
): Edit {
  const path = [...at, 'env'];
  const key = env.find(variable => variable.name === name)?.key;
  if (value === null) {
    if (env.length === 1) {
      return () => ({ kind: 'remove-entry', path: at, key: 'env' });
    }
    return () =>
      typeof key === 'number'
        ? { kind: 'remove-item', path, index: key }
        : { kind: 'remove-entry', path, key: name };
  }
  if (key === undefined && envForm === 'list') {
    return () => ({ kind: 'insert-item', path, value: { name, value } });
  }
  const place = typeof key === 'number' ? [key, 'value'] : [name];
  return document => setValue(document, [...path, ...place], value);
}

/** What is there was looked up before, so the change is made once. */
function changeStep(
  { tree }: OperationContext,
  workload: Workload,
  edit: Edit,
) {
  return { ...editStep(tree, workload, edit), isThere: () => false };
}
