import type { HttpFailure } from '@internal/upstream';
import type { FluxCluster } from './readFluxClusters';

export type FluxFailure =
  HttpFailure | { reason: 'suddenly-empty'; before: number };

/** The sentence for logs and cards: what happened, and what to do about it. */
export function describeFluxFailure(
  failure: FluxFailure,
  { platform, cluster, url, deadlineMilliseconds }: FluxCluster,
): string {
  const server = `The Kubernetes API of ${cluster} at ${url}`;
  const connection = `kubernetes.clusterLocatorMethods (${cluster})`;
  switch (failure.reason) {
    case 'token-refused':
      return `${server} refused the token. Put a valid token into ${connection} serviceAccountToken.`;
    case 'forbidden':
      return `${server} does not let the token list Flux's objects. Allow its service account "list" on kustomizations.kustomize.toolkit.fluxcd.io and helmreleases.helm.toolkit.fluxcd.io.`;
    case 'not-found':
      return `${server} does not know Flux's Kustomizations. Install Flux 2.0 or newer there, or take flux out of platforms.${platform}.clusters (${cluster}).`;
    case 'redirected':
      return `${server} answered with a redirect, which is not followed because it would carry the token along. Put the final address into ${connection} url.`;
    case 'not-the-api':
      return `Something answers at ${url}, but not a Kubernetes API. Check ${connection} url.`;
    case 'unavailable':
      return `${server} answered with status ${failure.status}. It is asked again; if this stays, look at the API server.`;
    case 'unreachable':
      return `${server} cannot be reached (${failure.code}). Check that it runs, ${connection} url and caData, and network policies between the portal and it.`;
    case 'slow':
      return `${server} did not answer within ${deadlineMilliseconds / 1000} s. If it is healthy but busy, raise flux.deadlineSeconds in platforms.${platform}.clusters (${cluster}).`;
    case 'too-large':
      return `${server} sent more than ${failure.limitMegabytes} MB in one answer, which is not read.`;
    case 'malformed':
      return `${server} sent an answer that cannot be understood: ${failure.detail}.`;
    case 'suddenly-empty':
      return `${server} lists no Kustomization any more, though it listed ${failure.before} before. Either all were removed, or the token lost its right to read them. Restart the portal if they really are gone.`;
    default:
      return failure satisfies never;
  }
}
