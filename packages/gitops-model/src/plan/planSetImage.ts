import { fileFinding } from '../blocks/fileFinding';
import { checkImage } from '../checks/checkImage';
import { checkAppOwner } from '../checks/checkOwner';
import { refusal } from '../checks/refusal';
import type { OperationOf } from '../operation/Operation';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { requireWorkload } from './requireWorkload';

/** Another image for a container of an app; only its line changes. */
export function planSetImage(
  { app, workload: name, container: wanted, image }: OperationOf<'set-image'>,
  context: OperationContext,
): OperationPlan {
  const findings = [
    ...checkAppOwner(app, context),
    ...checkImage(image, context),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const found = requireWorkload(app, name, context);
  if (!found.ok) return { findings: [...findings, found.finding], steps: [] };
  const { file, index, containers } = found.workload;
  const fitting = containers.filter(
    container => wanted === undefined || container.name === wanted,
  );
  const [only, other] = fitting;
  const container = other
    ? fitting.find(candidate => candidate.name === app)
    : only;
  if (!container) {
    const names = containers.map(candidate => candidate.name).join(', ');
    const finding = refusal('container-unknown', {
      message: `${found.workload.name} has the containers ${names}, so the change must say which.`,
      fix: 'Name one of them.',
      field: 'container',
      file,
    });
    return { findings: [...findings, finding], steps: [] };
  }
  const { tree } = context;
  return {
    findings,
    steps: [
      {
        claims: [],
        isThere: () => container.image === image,
        write: () =>
          fileFinding(
            file,
            tree.editYaml(
              file,
              {
                kind: 'replace-scalar',
                path: container.imagePath,
                value: image,
              },
              index,
            ),
          ),
      },
    ],
  };
}
