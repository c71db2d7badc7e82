import type { Workload } from '../blocks/workload';
import { quoteValue } from '../checks/quoteValue';
import { refusal } from '../checks/refusal';
import type { Finding } from '../finding/Finding';
import type { OperationContext } from './OperationContext';
import { directoriesOf, workloadsOf } from './workloadsOf';

type FoundWorkload =
  { ok: true; workload: Workload } | { ok: false; finding: Finding };

/** The one workload that a change of an app means, or why there is none. */
export function requireWorkload(
  app: string,
  name: string | undefined,
  context: OperationContext,
): FoundWorkload {
  const workloads = workloadsOf(app, context);
  const fitting = workloads.filter(
    workload => name === undefined || workload.name === name,
  );
  const named = fitting.find(workload => workload.name === app);
  const [only, other] = fitting;
  const workload = other ? named : only;
  if (workload) return { ok: true, workload };
  const known = workloads.map(found => found.name).join(', ');
  const [directory] = directoriesOf(app, context);
  return {
    ok: false,
    finding: known
      ? refusal('workload-unknown', {
          message: `${directory} holds the workloads ${known}, so the change must say which.`,
          fix: 'Name one of them.',
          field: 'workload',
        })
      : refusal('layout-unsupported', {
          message: `The app ${quoteValue(app)} has no Deployment or StatefulSet of its own in ${directory}; a chart may make it.`,
          fix: 'Change this app by hand in the GitOps repository.',
          field: 'app',
        }),
  };
}
