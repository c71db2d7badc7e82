import type { HttpFailure } from '@internal/upstream';
import type { ArgocdInstance } from './readArgocdInstances';

/** Why Argo CD gave no usable answer. */
export type ArgocdFailure =
  HttpFailure | { reason: 'suddenly-empty'; before: number };

/** The sentence for logs and cards: what happened, and what to do about it. */
export function describeArgocdFailure(
  failure: ArgocdFailure,
  instance: ArgocdInstance,
): string {
  const key = `platforms.${instance.platform}.clusters (${instance.cluster}) argocd`;
  const server = `Argo CD at ${instance.url}`;
  switch (failure.reason) {
    case 'token-refused':
      return `${server} refused the token. Put a valid token into ${key}.token.`;
    case 'forbidden':
      return `${server} does not let the token read applications. Allow its account "applications, get" in Argo CD's RBAC settings.`;
    case 'redirected':
      return `${server} answered with a redirect, which is not followed because it would carry the token along. Put the final address into ${key}.url.`;
    case 'not-found':
    case 'not-the-api':
      return `Something answers at ${instance.url}, but not Argo CD. Check ${key}.url; it is the address without /api.`;
    case 'unavailable':
      return `${server} answered with status ${failure.status}. It is asked again; if this stays, look at the logs of argocd-server.`;
    case 'unreachable':
      return `${server} cannot be reached (${failure.code}). Check that it runs, ${key}.url, and network policies between the portal and it.`;
    case 'slow':
      return `${server} did not answer within ${instance.deadlineMilliseconds / 1000} s. If it is healthy but busy, raise ${key}.deadlineSeconds.`;
    case 'too-large':
      return `${server} sent more than ${failure.limitMegabytes} MB in one answer, which is not read.`;
    case 'malformed':
      return `${server} sent an answer that cannot be understood: ${failure.detail}. Check that its version is 2.8 or newer.`;
    case 'suddenly-empty':
      return `${server} lists no application any more, though it listed ${failure.before} before. Either all were removed, or the token lost its right to read them. Restart the portal if they really are gone.`;
    default:
      return failure satisfies never;
  }
}
