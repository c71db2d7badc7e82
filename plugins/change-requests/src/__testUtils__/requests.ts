import {
  ChangeRequest,
  ChangeRequestDetail,
} from '@internal/plugin-change-requests-common';

/** A change request as the backend gives it, but for what the test says. */
export function buildChangeRequest(
  parts: Partial<ChangeRequest>,
): ChangeRequest {
  return {
    id: 'one',
    platform: 'edgit-k8s',
    title: 'New service paperless',
    apps: ['paperless'],
    state: 'open',
    requester: 'user:default/ada',
    createdAt: '2026-03-01T10:00:00.000Z',
    updatedAt: '2026-03-01T10:00:10.000Z',
    pullRequest: {
      number: 12,
      url: 'https://forge.example/edgit/edgit-k8s/pull/12',
      branch: 'portal/paperless',
    },
    observedAt: '2026-03-01T10:00:10.000Z',
    ...parts,
  };
}

/** A change request with its diff, findings and history. */
export function buildDetail(
  parts: Partial<ChangeRequestDetail>,
): ChangeRequestDetail {
  return {
    ...buildChangeRequest({}),
    baseCommit: '0123456789abcdef0123456789abcdef01234567',
    edits: [
      { kind: 'create', path: 'k8s/apps/paperless.yaml', after: 'a: 1\n' },
    ],
    findings: [
      {
        code: 'registry-without-proxy',
        severity: 'warning',
        message: 'The registry has no proxy project.',
        file: 'k8s/apps/paperless.yaml',
        line: 1,
      },
    ],
    timeline: [
      {
        at: '2026-03-01T10:00:00.000Z',
        event: 'requested',
        actor: 'user:default/ada',
      },
      { at: '2026-03-01T10:00:05.000Z', event: 'opened' },
    ],
    ...parts,
  };
}
