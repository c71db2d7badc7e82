import type { Preview } from '@internal/plugin-change-requests-common';
import type { AsyncState } from '@internal/portal-ui';

/** Whether the change on screen may be asked for, and why. */
export type SubmitDecision =
  | { allowed: true; reason: 'ready'; count: number }
  | { allowed: false; reason: 'blocked'; count: number }
  | {
      allowed: false;
      reason: 'pending' | 'unavailable' | 'stale' | 'nothing';
    };

/** Only a change that was computed just now and has no error is asked for. */
export function decideSubmit(preview: AsyncState<Preview>): SubmitDecision {
  if (preview.status === 'loading') {
    return { allowed: false, reason: 'pending' };
  }
  if (preview.status === 'error') {
    return { allowed: false, reason: 'unavailable' };
  }
  if (preview.isRefreshing) {
    return { allowed: false, reason: 'pending' };
  }
  if (preview.error) {
    return { allowed: false, reason: 'stale' };
  }
  const { submittable, findings, edits } = preview.data;
  const errors = findings.filter(finding => finding.severity === 'error');
  if (!submittable || errors.length > 0) {
    return {
      allowed: false,
      reason: 'blocked',
      count: Math.max(errors.length, 1),
    };
  }
  if (edits.length === 0) {
    return { allowed: false, reason: 'nothing' };
  }
  return { allowed: true, reason: 'ready', count: edits.length };
}
