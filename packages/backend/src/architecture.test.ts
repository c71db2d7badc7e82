import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const root = path.resolve(__dirname, '../../..');

/** Which packages of the workspace each package may build on (docs/architecture.md). */
const allowed: Record<string, string[]> = {
  'packages/app': [
    'portal-ui',
    'plugin-ceph',
    'plugin-change-requests',
    'plugin-delivery',
    'plugin-platform-fields',
    'plugin-platforms',
    'plugin-talos-nodes',
  ],
  'packages/backend': [
    // Only for tests of the whole backend.
    'gitops-repository',
    'plugin-catalog-backend-module-gitops',
    'plugin-catalog-backend-module-hardware',
    'plugin-ceph-backend',
    'plugin-change-requests-backend',
    'plugin-delivery-backend',
    'plugin-kubernetes-backend-module-deadline',
    'plugin-permission-backend-module-platform-policy',
    'plugin-platform-actions',
    'plugin-platforms-backend',
    'plugin-talos-nodes-backend',
  ],
  'packages/gitops-model': [],
  'packages/gitops-repository': ['gitops-model'],
  'packages/platform-cli': ['gitops-model', 'gitops-repository'],
  'packages/portal-ui': [],
  'packages/sandbox': [],
  'packages/upstream': [],
  'plugins/catalog-backend-module-gitops': [
    'gitops-model',
    'gitops-repository',
  ],
  'plugins/catalog-backend-module-hardware': [
    'gitops-repository',
    // Only for tests of both side by side.
    'plugin-catalog-backend-module-gitops',
    'plugin-ceph-common',
    'plugin-talos-nodes-common',
    'upstream',
  ],
  'plugins/ceph': ['plugin-ceph-common', 'portal-ui'],
  'plugins/ceph-backend': [
    'gitops-repository',
    'plugin-ceph-common',
    // Only for tests of both side by side.
    'plugin-talos-nodes-backend',
    'plugin-talos-nodes-common',
    'upstream',
  ],
  'plugins/ceph-common': [],
  'plugins/change-requests': ['plugin-change-requests-common', 'portal-ui'],
  'plugins/change-requests-backend': [
    'gitops-model',
    'gitops-repository',
    'plugin-change-requests-common',
    'plugin-change-requests-node',
    'plugin-delivery-common',
  ],
  'plugins/change-requests-common': ['gitops-model'],
  'plugins/change-requests-node': [
    'gitops-model',
    'plugin-change-requests-common',
  ],
  'plugins/delivery': ['plugin-delivery-common', 'portal-ui'],
  'plugins/delivery-backend': ['plugin-delivery-common', 'upstream'],
  'plugins/delivery-common': [],
  'plugins/kubernetes-backend-module-deadline': [],
  'plugins/permission-backend-module-platform-policy': [
    'plugin-ceph-common',
    'plugin-change-requests-common',
    'plugin-delivery-common',
    'plugin-platforms-common',
    'plugin-talos-nodes-common',
  ],
  'plugins/platform-actions': [
    'gitops-model',
    'plugin-change-requests-common',
    'plugin-change-requests-node',
  ],
  'plugins/platform-fields': ['plugin-change-requests-common', 'portal-ui'],
  'plugins/platforms': ['plugin-platforms-common', 'portal-ui'],
  'plugins/platforms-backend': [
    'gitops-model',
    'gitops-repository',
    'plugin-platforms-common',
  ],
  'plugins/platforms-common': [],
  'plugins/talos-nodes': ['plugin-talos-nodes-common', 'portal-ui'],
  'plugins/talos-nodes-backend': [
    'gitops-model',
    'gitops-repository',
    'plugin-talos-nodes-common',
    'upstream',
  ],
  'plugins/talos-nodes-common': [],
};

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});

function internal(dependencies: Record<string, string>) {
  return Object.keys(dependencies)
    .filter(name => name.startsWith('@internal/'))
    .map(name => name.slice('@internal/'.length));
}

const folders = ['packages', 'plugins'].flatMap(area =>
  readdirSync(path.join(root, area)).map(name => `${area}/${name}`),
);

describe('architecture', () => {
  it('lists every package', () => {
    expect(folders.sort()).toEqual(Object.keys(allowed).sort());
  });

  it.each(folders)('%s builds only on what lies below it', folder => {
    const manifest = manifestSchema.parse(
      JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')),
    );
    const permitted = allowed[folder] ?? [];
    expect(
      internal(manifest.dependencies).filter(name => !permitted.includes(name)),
    ).toEqual([]);
    // Tests may use the sandbox on top; nothing else may reach it.
    expect(
      internal(manifest.devDependencies).filter(
        name => name !== 'sandbox' && !permitted.includes(name),
      ),
    ).toEqual([]);
  });
});
