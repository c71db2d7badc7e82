import { CephDetail } from '@internal/plugin-ceph-common';

/** Whether what is shown of OSDs holds now, and is not only the last that was known. */
export function isOsdListCurrent({ osdList, sources }: CephDetail): boolean {
  return (
    osdList.known &&
    sources.some(
      ({ source, state }) => source === osdList.source && state === 'fresh',
    )
  );
}
