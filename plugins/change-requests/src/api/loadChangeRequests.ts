import { ChangeRequest } from '@internal/plugin-change-requests-common';
import { ChangeRequestsApi } from './ChangeRequestsApi';

const pageSize = 100;

/** The list is searched and sorted in the browser up to this many. */
const mostRequests = 1000;

/** The newest requests, page by page; `total` may be more than `items`. */
export async function loadChangeRequests(
  api: ChangeRequestsApi,
  signal: AbortSignal,
): Promise<{ items: ChangeRequest[]; total: number }> {
  const byId = new Map<string, ChangeRequest>();
  let total = 0;
  for (let offset = 0; offset < mostRequests; offset += pageSize) {
    const page = await api.listChangeRequests(
      { offset, limit: pageSize },
      signal,
    );
    total = page.total;
    page.items.forEach(item => byId.set(item.id, item));
    if (page.items.length < pageSize) {
      break;
    }
  }
  return { items: [...byId.values()], total };
}
