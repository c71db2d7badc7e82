import { findWorkloads, type Workload } from '../blocks/workload';
import type { OperationContext } from './OperationContext';
import { placeApp } from './placeApp';

type Context = Pick<OperationContext, 'model' | 'profile' | 'tree'>;

/** Directories whose files make up an app: its own, and those its deployment units name. */
export function directoriesOf(app: string, context: Context): string[] {
  const { directory } = placeApp(app, context).names;
  const deployed = context.model.units
    .filter(unit => unit.app === app && !unit.orchestrator)
    .flatMap(({ paths }) => paths);
  return [...new Set([directory, ...deployed])];
}

/** All workloads of an app that can be told from Git. */
export function workloadsOf(app: string, context: Context): Workload[] {
  return findWorkloads(context.tree, directoriesOf(app, context));
}
