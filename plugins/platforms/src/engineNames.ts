import { PlatformOverview } from '@internal/plugin-platforms-common';

/** What the engines call themselves. */
export const engineNames: Record<PlatformOverview['engine'], string> = {
  argocd: 'Argo CD',
  flux: 'Flux',
};
