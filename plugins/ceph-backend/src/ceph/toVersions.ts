import type { CephDetail } from '@internal/plugin-ceph-common';

/** Of `ceph version 18.2.7 (…) reef (stable)` the number, with the daemons that run it. */
export function toVersions(
  versions: Readonly<Record<string, number>> | undefined,
): CephDetail['versions'] {
  const daemons = new Map<string, number>();
  for (const [text, count] of Object.entries(versions ?? {})) {
    const version = /(\d+\.\d+\.\d+)/.exec(text)?.[1] ?? text;
    daemons.set(version, (daemons.get(version) ?? 0) + count);
  }
  return [...daemons].map(([version, count]) => ({ version, daemons: count }));
}
