import {
  ChangeRequest,
  changeRequestStates,
} from '@internal/plugin-change-requests-common';
import { SortDescriptor } from '@backstage/ui';

const comparisons: Record<
  string,
  (a: ChangeRequest, b: ChangeRequest) => number
> = {
  title: (a, b) => a.title.localeCompare(b.title),
  state: (a, b) =>
    changeRequestStates.indexOf(a.state) - changeRequestStates.indexOf(b.state),
  age: (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt),
  requester: (a, b) => a.requester.localeCompare(b.requester),
  apps: (a, b) => a.apps.join().localeCompare(b.apps.join()),
  platform: (a, b) => a.platform.localeCompare(b.platform),
};

/** Requests in the order a column asks for. */
export function sortChangeRequests(
  requests: readonly ChangeRequest[],
  sort: SortDescriptor,
): ChangeRequest[] {
  const sign = sort.direction === 'descending' ? -1 : 1;
  const compare = comparisons[String(sort.column)] ?? comparisons.age;
  return [...requests].sort((a, b) => sign * compare(a, b));
}
