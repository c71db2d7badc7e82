import { ConfigSources } from '@backstage/config-loader';
import path from 'node:path';
import { z } from 'zod';

const root = path.resolve(__dirname, '../../..');

/** A profile speaks of its repository's own text, not of endpoints. */
const dataSchema = z.looseObject({
  app: z.looseObject({ baseUrl: z.string() }),
  platforms: z.record(
    z.string(),
    z
      .looseObject({ profile: z.unknown() })
      .transform(({ profile: _profile, ...platform }) => platform),
  ),
});

/** Every variable has a value that tells which one it was. */
const variables = new Proxy<Record<string, string>>(
  {},
  { get: (_target, name) => `value-of-${String(name)}` },
);

async function load(...files: string[]) {
  const source = ConfigSources.defaultForTargets({
    rootDir: root,
    targets: files.map(file => ({
      type: 'path',
      target: path.join(root, file),
    })),
    substitutionFunc: async name => variables[name],
    watch: false,
  });
  const config = await ConfigSources.toConfig(source);
  const data = dataSchema.parse(config.get());
  config.close();
  return data;
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return value && typeof value === 'object'
    ? Object.values(value).flatMap(stringsOf)
    : [];
}

describe('configuration', () => {
  it('names only the sandbox by default', async () => {
    const addresses = stringsOf(await load('app-config.yaml')).filter(text =>
      /^https?:\/\//.test(text),
    );
    expect(addresses.length).toBeGreaterThan(5);
    expect(
      addresses.filter(text => !text.startsWith('http://localhost:value-of-')),
    ).toEqual([]);
  });

  it('leaves nothing of the sandbox in production', async () => {
    const data = await load('app-config.yaml', 'app-config.production.yaml');
    expect(
      stringsOf(data).filter(text => /SANDBOX|localhost|sandbox/.test(text)),
    ).toEqual([]);
    expect(data.app.baseUrl).toBe('value-of-PORTAL_BASE_URL');
  });
});
