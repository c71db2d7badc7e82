import { StorageSourceState } from '@internal/plugin-ceph-common';

/** Whether there is no Ceph for certain, or it is not looked for. */
export function isCephAbsent(sources: readonly StorageSourceState[]): boolean {
  const rook = sources.find(({ source }) => source === 'rook');
  return (
    rook?.state === 'absent' ||
    // With a problem it is looked for, and cannot be.
    (rook?.state === 'not-configured' && rook.problem === undefined)
  );
}
