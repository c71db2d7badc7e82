import { ChangeRequest } from '@internal/plugin-change-requests-common';

/** What narrows the list; empty text narrows nothing. */
export interface ChangeRequestFilter {
  text: string;
  state: string;
  platform: string;
  /** Entity ref. */
  requester: string;
}

/** Requests that match every part of the filter. */
export function filterChangeRequests(
  requests: readonly ChangeRequest[],
  filter: ChangeRequestFilter,
): ChangeRequest[] {
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return requests.filter(request => {
    const searched = [
      request.title,
      request.requester,
      request.platform,
      ...request.apps,
      request.pullRequest ? `#${request.pullRequest.number}` : '',
    ]
      .join(' ')
      .toLocaleLowerCase();
    return (
      (!filter.state || request.state === filter.state) &&
      (!filter.platform || request.platform === filter.platform) &&
      (!filter.requester || request.requester === filter.requester) &&
      words.every(word => searched.includes(word))
    );
  });
}
