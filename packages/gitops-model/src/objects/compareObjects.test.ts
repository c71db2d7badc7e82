import {
  plan,
  profile,
  repository,
  wholeRequest,
} from '../__testUtils__/readFixture';
import { applyEdits } from '../snapshot/applyEdits';
import { changedFields } from './changedFields';
import { ObjectComparer } from './ObjectComparer';
import type { ObjectComparison } from './ObjectChange';

function say({ changes }: ObjectComparison): string[] {
  return changes.map(
    ({ change, namespace = '-', kind, name, fields }) =>
      `${change} ${namespace} ${kind} ${name}${fields.length > 0 ? ` ${fields.join(' ')}` : ''}`,
  );
}

const notesObjects = [
  '- Namespace notes',
  'argocd Application notes',
  'notes Deployment notes',
  'notes ExternalSecret notes-oidc',
  'notes ExternalSecret notes-secrets',
  'notes HTTPRoute notes',
  'notes PersistentVolumeClaim notes-data',
  'notes Service notes',
];

describe('what edits change in the cluster', () => {
  it('is every object of a new app, and its deployment unit', () => {
    const { edits } = plan(wholeRequest);
    const comparison = ObjectComparer.create(profile).compare(
      repository,
      edits,
    );
    expect(comparison.unread).toEqual([]);
    expect(say(comparison)).toEqual(
      notesObjects.map(object => `added ${object}`),
    );
  });

  it('is the field alone where a value of an app is changed', () => {
    const created = applyEdits(repository, plan(wholeRequest).edits);
    const { edits } = plan(
      [
        {
          type: 'set-image',
          app: 'notes',
          image: 'ghcr.io/example/notes:3.0.0',
        },
      ],
      undefined,
      created,
    );
    const comparer = ObjectComparer.create(profile);
    const expected = [
      'changed notes Deployment notes spec.template.spec.containers[notes].image',
    ];
    expect(say(comparer.compare(created, edits))).toEqual(expected);
    // Also where the change is merged already, or read a second time.
    expect(say(comparer.compare(applyEdits(created, edits), edits))).toEqual(
      expected,
    );
  });

  it('is every object of an app that is retired', () => {
    const created = applyEdits(repository, plan(wholeRequest).edits);
    const { edits } = plan(
      [{ type: 'retire-app', app: 'notes', confirmation: 'notes' }],
      undefined,
      created,
    );
    expect(say(ObjectComparer.create(profile).compare(created, edits))).toEqual(
      notesObjects.map(object => `removed ${object}`),
    );
  });

  it('is nothing where a file only reads differently', () => {
    const [path] = [...repository.files.keys()].filter(file =>
      file.endsWith('.yaml'),
    );
    const before = repository.readText(path) ?? '';
    expect(
      ObjectComparer.create(profile).compare(repository, [
        { kind: 'change', path, before, after: `# by hand\n${before}` },
      ]),
    ).toEqual({ changes: [], unread: [] });
  });
});

describe('changedFields', () => {
  it.each([
    ['nothing', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    ['a value', { a: { b: 1 } }, { a: { b: 2 } }, ['a.b']],
    ['a type', { a: { b: 1 } }, { a: [1] }, ['a']],
    ['what comes', { a: {} }, { a: { b: { c: 1 } } }, ['a.b']],
    ['what goes', { a: 1, b: 2 }, { b: 2 }, ['a']],
    ['the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ['items by place', { a: [1, 2] }, { a: [1, 3, 4] }, ['a[1]', 'a[2]']],
    [
      'items by name',
      {
        a: [
          { name: 'x', v: 1 },
          { name: 'y', v: 1 },
        ],
      },
      {
        a: [
          { name: 'y', v: 1 },
          { name: 'x', v: 2 },
        ],
      },
      ['a[x].v'],
    ],
    [
      'items by place where names are not unique',
      {
        a: [
          { name: 'x', v: 1 },
          { name: 'x', v: 1 },
        ],
      },
      {
        a: [
          { name: 'x', v: 1 },
          { name: 'x', v: 2 },
        ],
      },
      ['a[1].v'],
    ],
    [
      'keys that are no words',
      { data: { 'a.yaml': 'x' } },
      { data: { 'a.yaml': 'y' } },
      ['data["a.yaml"]'],
    ],
  ])('names %s', (_, before, after, fields) => {
    expect(changedFields(before, after)).toEqual(fields);
  });
});
