import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Permission } from '@backstage/plugin-permission-common';

/**
 * The permissions that the installed `*-common` packages export, whether or
 * not this package knows of them.
 */
export function readInstalledPermissions(): Permission[] {
  const packages = [
    ...listCommonPackages('@backstage/plugin-permission-common'),
    ...listCommonPackages('@internal/plugin-delivery-common'),
  ];
  const found = new Map<string, Permission>();
  for (const name of packages) {
    for (const entry of [name, `${name}/alpha`]) {
      for (const exported of listExports(entry)) {
        if (isPermissionLike(exported)) found.set(exported.name, exported);
      }
    }
  }
  return [...found.values()].sort((left, right) =>
    left.name.localeCompare(right.name),
  );
}

/** The workspace's folders bear the package names without `@internal/plugin-`. */
function listCommonPackages(sibling: string): string[] {
  const folder = resolve(
    dirname(require.resolve(`${sibling}/package.json`)),
    '..',
  );
  const prefix = sibling.startsWith('@internal/')
    ? '@internal/plugin-'
    : '@backstage/';
  return readdirSync(folder)
    .filter(name => name.endsWith('-common'))
    .map(name => `${prefix}${name}`);
}

function listExports(entry: string): unknown[] {
  try {
    require.resolve(entry);
  } catch {
    return [];
  }
  return Object.values(jest.requireActual<Record<string, unknown>>(entry));
}

function isPermissionLike(exported: unknown): exported is Permission {
  return (
    typeof exported === 'object' &&
    exported !== null &&
    'name' in exported &&
    'type' in exported &&
    'attributes' in exported &&
    (exported.type === 'basic' || exported.type === 'resource')
  );
}
