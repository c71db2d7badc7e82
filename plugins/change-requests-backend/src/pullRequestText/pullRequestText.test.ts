import { operationSchema, type Operation } from '@internal/gitops-model';
import fc from 'fast-check';
import { createAppBody } from '../__testUtils__/operations';
import { branchName, requestTitle } from './describeOperations';
import { inertCode } from './inertText';
import { pullRequestBody } from './pullRequestBody';

const pageUrl = 'https://portal.example/change-requests/1';
const intentKey = 'a'.repeat(64);
const baseCommit = 'b'.repeat(40);
const maxBytes = 65_536;

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
    objects: {
      changes: [
        {
          change: 'changed',
          cluster: text,
          group: text,
          kind: text,
          namespace: text,
          name: text,
          fields: [text, text],
        },
      ],
      unread: [text],
    },
    findings: [{ code: text, severity: 'warning', message: text }],
    pageUrl,
    maxBytes,
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
        expect(body.replaceAll(pageUrl, '')).not.toMatch(/:\/\//);
        expect(body).not.toMatch(/\bwww\.\w/i);
        expect(body.match(/<[a-z/!]/gi)).toEqual(['<!']);
        // No line is a command, a trailer, a heading or marker of a user.
        expect(lines.filter(line => line.startsWith('/'))).toEqual([]);
        expect(lines.filter(line => /^[\w-]+-by:/i.test(line))).toEqual([]);
        expect(lines.filter(line => line.startsWith('#'))).toEqual([
          '## Purpose',
          '## Inputs',
          '## What changes for users',
          '## Files',
          '## Objects',
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
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(maxBytes);
      }),
      { numRuns: 500 },
    );
  });

  it('closes every code span it opens, and no sooner', () => {
    fc.assert(
      fc.property(value, text => {
        const span = inertCode(text);
        if (span === '–') return;
        const [fence] = span.match(/^`+/) ?? [''];
        const inner = span.slice(fence.length, -fence.length);
        expect(span).toBe(`${fence}${inner}${fence}`);
        expect(inner.match(/`+/g) ?? []).not.toContain(fence);
        expect(inner).not.toMatch(/(?<!\\)\|/);
      }),
      { numRuns: 500 },
    );
    expect(inertCode(' \n')).toBe('–');
  });

  it('shows inputs as data that no value can break out of', () => {
    fc.assert(
      fc.property(value, text => {
        const lines = bodyWith(text).split('\n');
        const start = lines.findIndex(line => /^`{3,}json$/.test(line));
        const fence = lines[start].slice(0, -'json'.length);
        const end = lines.indexOf(fence, start);
        const inside = lines.slice(start + 1, end);
        expect(
          inside.filter(line => line.trimStart().startsWith(fence)),
        ).toEqual([]);
        expect(JSON.parse(inside.join('\n'))).toEqual([
          expect.objectContaining({ type: 'create-app', port: 8080 }),
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('says what the change means, object by object', () => {
    const operations: Operation[] = [
      operationSchema.parse(createAppBody('wiki').operations[0]),
      operationSchema.parse({
        type: 'add-route',
        app: 'wiki',
        host: 'wiki.example.org',
      }),
    ];
    const body = pullRequestBody({
      intentKey,
      baseCommit,
      operations,
      edits: [],
      objects: {
        changes: [
          {
            change: 'added',
            cluster: 'edgit',
            group: 'apps',
            kind: 'Deployment',
            namespace: 'wiki',
            name: 'wiki',
            fields: [],
          },
          {
            change: 'changed',
            cluster: 'edgit',
            group: '',
            kind: 'Secret',
            name: 'keys',
            fields: Array.from({ length: 10 }, (_, i) => `data.key${i}`),
          },
        ],
        unread: ['legacy'],
      },
      findings: [],
      requester: 'user:default/ada',
      pageUrl,
      maxBytes,
    });
    expect(body).toContain(`[the page of the request](${pageUrl})`);
    const shown = body.replaceAll('\u200B', '');
    expect(shown).toContain('- ` wiki ` is new.');
    expect(shown).toContain('- ` wiki.example.org/ ` leads to ` wiki `.');
    expect(shown).toContain(
      '| added | ` edgit ` | ` wiki ` | ` Deployment ` ` wiki ` |  |',
    );
    expect(shown).toMatch(
      /\| changed \| ` edgit ` \| – \| ` Secret ` ` keys ` \| ` data\.key0 `, .*` data\.key7 `, and 2 more \|/,
    );
    expect(shown).toContain('- ` legacy ` cannot be evaluated from Git alone');
  });

  it('is shortened at whole lines, says so and where the rest is, and keeps all else', () => {
    const [operation] = createAppBody('wiki').operations;
    const options = {
      intentKey,
      baseCommit,
      operations: [operationSchema.parse(operation)],
      edits: Array.from({ length: 2000 }, (_, i) => ({
        kind: 'create' as const,
        path: `k8s/wiki/${i}-${'é'.repeat(100)}.yaml`,
        after: '',
      })),
      objects: {
        changes: Array.from({ length: 2000 }, (_, i) => ({
          change: 'added' as const,
          cluster: 'edgit',
          group: '',
          kind: 'ConfigMap',
          namespace: 'wiki',
          name: `values-${i}`,
          fields: [],
        })),
        unread: [],
      },
      findings: [
        {
          code: 'image-by-tag',
          severity: 'warning' as const,
          message: 'The last word.',
        },
      ],
      requester: 'user:default/ada',
      pageUrl,
    };
    const body = pullRequestBody({ ...options, maxBytes });
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(maxBytes);
    // Both long lists get about half of what there is.
    expect(body.match(/^\| create /gm)?.length).toBeGreaterThan(80);
    expect(body.match(/^\| added /gm)?.length).toBeGreaterThan(300);
    const notes = body.match(/^.* more lines are left out here.*$/gm) ?? [];
    expect(notes).toHaveLength(2);
    for (const note of notes) {
      expect(note).toMatch(/^\d+ more lines/);
      expect(note).toContain(`(${pageUrl})`);
    }
    expect(body).toContain('The last word.');
    expect(body).toContain('## Roll back\n\nRevert the merge commit');
    expect(body).toContain(`\nportal-intent: ${intentKey}\n`);

    const whole = pullRequestBody({ ...options, maxBytes: 1_048_576 });
    expect(whole).not.toContain('left out here');
    expect(whole.match(/^\| create /gm)).toHaveLength(2000);
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
        expect(
          requestTitle({ operations, style: 'conventional', category: text }),
        ).toMatch(
          /^feat(\([a-z0-9]([-a-z0-9]*[a-z0-9])?\))?: add [a-z0-9][-a-z0-9]*$/,
        );
        expect(requestTitle({ operations, style: 'plain' })).toMatch(
          /^Add [a-z0-9][-a-z0-9]*$/,
        );
        expect(branchName({ operations, intentKey, attempt: 2 })).toMatch(
          /^portal\/create-app\/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?-aaaaaaaa-2$/,
        );
      }),
      { numRuns: 300 },
    );
  });

  const route = { type: 'add-route', app: 'wiki', host: 'wiki.example.org' };
  const image = { type: 'set-image', app: 'wiki', image: 'nginx:1' };
  const retire = { type: 'retire-app', app: 'wiki', confirmation: 'wiki' };
  const create = createAppBody('wiki').operations[0];
  it.each([
    [[create], 'feat(media): add wiki', 'feat(wiki): add service', 'Add wiki'],
    [
      [create, route],
      'feat(media): add wiki',
      'feat(wiki): add service',
      'Add wiki',
    ],
    [
      [route],
      'feat(media): add route to wiki',
      'feat(wiki): add route',
      'Add route to wiki',
    ],
    [
      [image],
      'chore(media): change image of wiki',
      'chore(wiki): change image',
      'Change image of wiki',
    ],
    [
      [image, route],
      'feat(media): change wiki',
      'feat(wiki): change service',
      'Change wiki',
    ],
    [
      [retire],
      'chore(media): retire wiki',
      'chore(wiki): retire service',
      'Retire wiki',
    ],
    [
      [image, { ...image, app: 'blog' }],
      'chore: change image (2 apps)',
      'chore: change image (2 apps)',
      'Change image (2 apps)',
    ],
  ])('is titled in the style of the repository', (inputs, ...titles) => {
    const operations = inputs.map(input => operationSchema.parse(input));
    expect([
      requestTitle({ operations, style: 'conventional', category: 'media' }),
      requestTitle({ operations, style: 'conventional' }),
      requestTitle({ operations, style: 'plain', category: 'media' }),
    ]).toEqual(titles);
  });
});
