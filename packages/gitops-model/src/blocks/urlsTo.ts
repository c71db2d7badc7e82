import type { YamlPath } from '../edit/yaml/YamlValue';
import { isRecord } from '../read/isRecord';
import { withHost } from './withHost';

/** Where data that stands at a path has URLs on a host, and the same on another. */
export function urlsTo(
  value: unknown,
  path: YamlPath,
  hosts: { host: string; newHost: string },
): { path: YamlPath; url: string }[] {
  if (typeof value === 'string') {
    const url = withHost(value, hosts);
    return url === undefined ? [] : [{ path, url }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => urlsTo(item, [...path, at], hosts));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    urlsTo(item, [...path, key], hosts),
  );
}
