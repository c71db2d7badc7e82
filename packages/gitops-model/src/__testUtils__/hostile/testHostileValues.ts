/* eslint jest/no-export: off -- three test files declare these tests, one a platform */
import {
  expectHarmless,
  hostileCases,
  type HostilePlatform,
} from './HostilePlatform';
import { hostileClasses } from './hostileClasses';

const secrets =
  hostileClasses.find(({ name }) => name.startsWith('13'))?.values ?? [];

/** Declares the tests that every platform must pass. */
export function testHostileValues(platform: HostilePlatform) {
  const { fields, plan, texts } = platform;
  const cases = hostileCases(platform);

  it('are many, and no two alike', () => {
    expect(cases.length).toBeGreaterThan(500);
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
  });

  it.each(Object.entries(fields))(
    'are not refused for what else is asked: %s',
    (_field, { change, benign }) => {
      const { findings } = plan(change(benign));
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual(
        [],
      );
    },
  );

  it.each(cases)('$title', async hostile => {
    await expect(expectHarmless(platform, hostile)).resolves.toBeUndefined();
  });

  it.each(secrets)('never repeats a secret: case %#', value => {
    for (const change of Object.values(texts)) {
      const { findings, edits } = plan(change(value));
      expect(findings.map(({ code }) => code)).toContain('plain-secret-value');
      expect(JSON.stringify({ findings, edits })).not.toContain(value);
    }
  });
}
