import type {
  ChangeRequest,
  ChangeRequestDetail,
  TimelineEvent,
} from '@internal/plugin-change-requests-common';
import type { Intent } from '../outbox/Intent';

export function toChangeRequest(intent: Intent): ChangeRequest {
  return {
    id: intent.id,
    platform: intent.platform,
    title: intent.title,
    apps: intent.apps,
    state: intent.state,
    requester: intent.requester.ref,
    createdAt: intent.createdAt,
    updatedAt: intent.updatedAt,
    template: intent.template,
    pullRequest: toPullRequest(intent),
    observedAt: intent.observedAt,
    staleReason: intent.staleReason,
    failure: intent.failure,
  };
}

function toPullRequest({
  pullRequest,
  branch,
}: Intent): ChangeRequest['pullRequest'] {
  if (!pullRequest) return undefined;
  const { content, ...known } = pullRequest;
  return {
    ...known,
    branch,
    // Of an older head it says nothing.
    content:
      content?.commit === known.headCommit ? content?.verdict : undefined,
  };
}

export function toChangeRequestDetail(
  intent: Intent,
  timeline: TimelineEvent[],
): ChangeRequestDetail {
  return {
    ...toChangeRequest(intent),
    baseCommit: intent.baseCommit,
    edits: intent.edits,
    findings: intent.findings,
    timeline,
  };
}
