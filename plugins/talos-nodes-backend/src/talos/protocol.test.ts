import { spawnSync } from 'node:child_process';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

it('is generated from proto/ as it is now', () => {
  const script = resolvePackagePath(
    '@internal/plugin-talos-nodes-backend',
    'scripts/generate.mjs',
  );
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--no-warnings', script, '--check'],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
