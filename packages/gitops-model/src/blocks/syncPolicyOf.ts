import type { BlockOptions } from '../profile/Profile';

/** What lets Argo CD follow Git by itself, and make the app's namespace where the profile leaves that to it. */
export function syncPolicyOf({
  createNamespace,
}: Pick<BlockOptions<'argocd-application'>, 'createNamespace'>) {
  return {
    automated: { prune: true, selfHeal: true },
    ...(createNamespace ? { syncOptions: ['CreateNamespace=true'] } : {}),
  };
}
