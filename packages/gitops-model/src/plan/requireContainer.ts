import type { Workload, WorkloadContainer } from '../blocks/workload';
import { refusal } from '../checks/refusal';
import type { Finding } from '../finding/Finding';
import type { OperationContext } from './OperationContext';
import { requireWorkload } from './requireWorkload';

/** What an operation says of the pods it means. */
interface ContainerRequest {
  app: string;
  workload?: string;
  container?: string;
}

type FoundContainer =
  | { ok: true; workload: Workload; container: WorkloadContainer }
  | { ok: false; finding: Finding };

/** The one container that a change of an app means, or why there is none. */
export function requireContainer(
  { app, workload: name, container: wanted }: ContainerRequest,
  context: OperationContext,
): FoundContainer {
  const found = requireWorkload(app, name, context);
  if (!found.ok) return found;
  const { workload } = found;
  const fitting = workload.containers.filter(
    container => wanted === undefined || container.name === wanted,
  );
  const [only, other] = fitting;
  const container = other
    ? fitting.find(candidate => candidate.name === app)
    : only;
  if (container) return { ok: true, workload, container };
  const names = workload.containers.map(({ name: each }) => each).join(', ');
  return {
    ok: false,
    finding: refusal('container-unknown', {
      message: `${workload.name} has the containers ${names}, so the change must say which.`,
      fix: 'Name one of them.',
      field: 'container',
      file: workload.file,
    }),
  };
}
