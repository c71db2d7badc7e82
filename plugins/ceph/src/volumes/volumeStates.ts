import { Volume } from '@internal/plugin-ceph-common';

/** From worst to best; what is not known may be worse than it looks. */
export const volumeStates = [
  'lost',
  'blocked',
  'degraded',
  'unknown',
  'ok',
] as const satisfies readonly Volume['state'][];

/** The worst state among volumes; `ok` where there are none. */
export function worstVolumeState(volumes: readonly Volume[]): Volume['state'] {
  return (
    volumeStates.find(state =>
      volumes.some(volume => volume.state === state),
    ) ?? 'ok'
  );
}
