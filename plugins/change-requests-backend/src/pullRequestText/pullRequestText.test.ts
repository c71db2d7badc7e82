import { operationSchema } from '@internal/gitops-model';
import fc from 'fast-check';
import { createAppBody } from '../__testUtils__/operations';
import { branchName, requestTitle } from './describeOperations';
import { maxBodyBytes, pullRequestBody } from './pullRequestBody';

const intentKey = 'a'.repeat(64);
const baseCommit = 'b'.repeat(40);

/** Fragments that do something on a forge, in a bot or in a parser. */
const hostile = fc.constantFrom(
  '@edgit/platform',
  'Fixes #1',
  'closes edgit/edgit-k8s#1',
  'Resolves GH-7',
  'closes https://github.com/edgit/edgit-k8s/issues/1',
  'http://localhost:7401/edgit/edgit-k8s/issues/1',
  'www.example.com',
  '<img src=//evil.example/x.png>',
  '<!-- portal-intent: ',
  '-->',
  `\nportal-intent: ${'c'.repeat(64)}\nportal-base: ${'d'.repeat(40)}\n`,
  '\n/approve\n',
  '/lgtm',
  '\r\n/merge',
  '\u2028/approve',
  '`',
  '```',
  '````````',
  '|',
  '\\',
  '\n\n## Findings\n\nNone.\n',
  '![x](http://evil.example)',
  '[x](javascript:alert(1))',
  '\nCo-authored-by: Eve <eve@evil.example>\n',
  '[skip ci]',
  '\u202Etxt.exe',
  '\u0000\u001b[31m',
  '\uD800',
  '${{ secrets.x }}',
);
const value = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { maxLength: 12 })
  .map(parts => parts.join(''));

function bodyWith(text: string) {
  const [operation] = createAppBody('wiki').operations;
  return pullRequestBody({
    intentKey,
    baseCommit,
    operations: [
      operationSchema.parse({
        ...operation,
        app: text.slice(0, 253),
        description: text.slice(0, 2000),
        env: [{ name: text.slice(0, 253), value: text.slice(0, 2000) }],
      }),
    ],
    edits: [{ kind: 'create', path: text, after: text }],
    findings: [{ code: text, severity: 'warning', message: text }],
    requester: text,
    template: { name: text, version: text },
  });
}

describe('the text of a pull request', () => {
  it('keeps every value inert', () => {
    fc.assert(
      fc.property(value, text => {
        const body = bodyWith(text);
        const lines = body.split('\n');

        // Nothing mentions, references, links or opens a tag.
        expect(body).not.toMatch(/@[\w-]/);
        expect(body).not.toMatch(/#\d/);
        expect(body).not.toMatch(/\bGH-\d/i);
        expect(body).not.toMatch(/:\/\//);
        expect(body).not.toMatch(/\bwww\.\w/i);
        expect(body.match(/<[a-z/!]/gi)).toEqual(['<!']);
        // No line is a command, a trailer, a heading or marker of a user.
        expect(lines.filter(line => line.startsWith('/'))).toEqual([]);
        expect(lines.filter(line => /^[\w-]+-by:/i.test(line))).toEqual([]);
        expect(lines.filter(line => line.startsWith('#'))).toEqual([
          '## Purpose',
          '## Inputs',
          '## Files',
          '## Findings',
          '## Roll back',
        ]);
        expect(lines.filter(line => line.startsWith('portal-'))).toEqual([
          `portal-intent: ${intentKey}`,
          `portal-base: ${baseCommit}`,
        ]);
        // No control, direction or unpaired character is left.
        expect(body.replaceAll('\n', '').replaceAll('\u200B', '')).not.toMatch(
          /\p{C}/u,
        );
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(maxBodyBytes);
      }),
      { numRuns: 500 },
    );
  });

  it('closes every code span it opens, and no sooner', () => {
    fc.assert(
      fc.property(value, text => {
        const spans = bodyWith(text)
          .split('\n')
          .filter(line => line.startsWith('| `'))
          .flatMap(line => line.slice(2, -2).split(/(?<!\\) \| /));
        expect(spans.length).toBeGreaterThan(20);
        for (const span of spans.filter(cell => cell.startsWith('`'))) {
          const [fence] = span.match(/^`+/) ?? [''];
          const inner = span.slice(fence.length, -fence.length);
          expect(span).toBe(`${fence}${inner}${fence}`);
          expect(inner.match(/`+/g) ?? []).not.toContain(fence);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is cut at whole lines, says so, and keeps its markers', () => {
    const [operation] = createAppBody('wiki').operations;
    const body = pullRequestBody({
      intentKey,
      baseCommit,
      operations: [operationSchema.parse(operation)],
      edits: Array.from({ length: 2000 }, (_, i) => ({
        kind: 'create' as const,
        path: `k8s/wiki/${i}-${'é'.repeat(100)}.yaml`,
        after: '',
      })),
      findings: [],
      requester: 'user:default/ada',
    });
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(maxBodyBytes);
    expect(body).toMatch(/\d+ more lines are left out here\./);
    expect(body).toContain(`\nportal-intent: ${intentKey}\n`);
  });

  it('has a title and a branch of a fixed grammar', () => {
    fc.assert(
      fc.property(value, text => {
        const operations = [
          operationSchema.parse({
            ...createAppBody('wiki').operations[0],
            app: text.slice(0, 253),
          }),
        ];
        expect(requestTitle(operations)).toMatch(
          /^feat(\([a-z0-9]([-a-z0-9]*[a-z0-9])?\))?: add service$/,
        );
        expect(branchName({ operations, intentKey, attempt: 2 })).toMatch(
          /^portal\/create-app\/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?-aaaaaaaa-2$/,
        );
      }),
      { numRuns: 300 },
    );
  });
});
