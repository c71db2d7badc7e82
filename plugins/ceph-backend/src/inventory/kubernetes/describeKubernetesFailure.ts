import {
  type SourceProblem,
  toSourceProblem,
} from '@internal/plugin-ceph-common';
import type { HttpFailure } from '@internal/upstream';

/** Why the Kubernetes API of a cluster did not list `what`, and what to do. */
export function describeKubernetesFailure(
  failure: HttpFailure,
  asked: { cluster: string; what: string },
): SourceProblem {
  const { reason, ...values } = failure;
  return toSourceProblem(`kubernetes-${reason}`, { ...asked, ...values });
}
