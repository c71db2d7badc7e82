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
    pullRequest: intent.pullRequest && {
      ...intent.pullRequest,
      branch: intent.branch,
    },
    observedAt: intent.observedAt,
    staleReason: intent.staleReason,
    failure: intent.failure,
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
