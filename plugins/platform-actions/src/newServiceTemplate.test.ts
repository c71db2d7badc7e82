import { InputError } from '@backstage/errors';
import { FakeChangeRequests } from './__testUtils__/fakeChangeRequests';
import {
  newServiceTemplate,
  startScaffolder,
} from './__testUtils__/startScaffolder';

const typical = {
  platform: 'edgit-k8s',
  name: 'notes',
  owner: 'group:default/atlas',
  description: 'Shared notes of the team',
  image: 'docker.io/library/nginx:1.27.3',
  port: 8080,
  replicas: 2,
  resources: {
    cpuRequest: '100m',
    memoryRequest: '128Mi',
    memoryLimit: '256Mi',
  },
  env: [{ name: 'LOG_LEVEL', value: 'info' }],
  exposed: true,
  host: 'notes.exitthecloud.eu',
  path: '/',
  secrets: [
    { env: 'DATABASE_URL', key: 'atlas/notes/database', property: 'url' },
  ],
  login: true,
  callbackPath: '/oauth2/callback',
  storage: [
    { name: 'data', mountPath: '/data', size: '10Gi', purpose: 'replicated' },
  ],
};

const typicalOperations = [
  {
    type: 'create-app',
    app: 'notes',
    owner: 'group:default/atlas',
    description: 'Shared notes of the team',
    image: 'docker.io/library/nginx:1.27.3',
    port: 8080,
    replicas: 2,
    resources: typical.resources,
    env: typical.env,
    storage: typical.storage,
  },
  { type: 'add-route', app: 'notes', host: 'notes.exitthecloud.eu', path: '/' },
  { type: 'add-secret', app: 'notes', entries: typical.secrets },
  {
    type: 'add-oidc-client',
    app: 'notes',
    host: 'notes.exitthecloud.eu',
    callbackPath: '/oauth2/callback',
  },
];

const templateRef = 'template:default/new-service';

async function start() {
  const changeRequests = new FakeChangeRequests();
  const scaffolder = await startScaffolder({
    changeRequests,
    templates: [newServiceTemplate],
  });
  return { changeRequests, ...scaffolder };
}

describe('template new-service in the real scaffolder', () => {
  it('shows the very operations in a dry run that it then asks for', async () => {
    const { changeRequests, dryRun, run } = await start();

    const answer = await dryRun(newServiceTemplate, typical);
    expect(answer.body.output.preview).toMatchObject({
      commit: 'c0ffee0000000000000000000000000000000000',
      submittable: true,
      edits: typicalOperations.map(operation => ({
        after: JSON.stringify(operation),
      })),
    });
    expect(answer.body.output.links).toEqual([]);
    expect(changeRequests.created).toEqual([]);

    const { task, events } = await run(templateRef, typical);
    expect(task.status).toBe('completed');
    expect(changeRequests.created).toEqual([
      {
        platform: 'edgit-k8s',
        operations: typicalOperations,
        template: { name: 'new-service', version: '1.1.0' },
      },
    ]);
    expect(changeRequests.created).toEqual(changeRequests.previewed);
    expect(changeRequests.requesters).toEqual([
      expect.objectContaining({ userEntityRef: 'user:default/mock' }),
      expect.objectContaining({ userEntityRef: 'user:default/mock' }),
    ]);
    expect(events.at(-1).body.output.links).toEqual([
      {
        title: 'Pull request',
        icon: 'github',
        url: 'https://forge.example/edgit/edgit-k8s/pull/7',
      },
      {
        title: 'Change request',
        icon: 'catalog',
        url: 'http://portal.example/change-requests/request-1',
      },
    ]);
  });

  it('leaves out what was not asked for', async () => {
    const { changeRequests, run } = await start();
    const { task } = await run(templateRef, {
      ...typical,
      // Left over from before the box was unticked.
      exposed: false,
      login: false,
      secrets: [],
      storage: [],
      description: undefined,
    });
    expect(task.status).toBe('completed');
    expect(changeRequests.created[0].operations).toEqual([
      {
        type: 'create-app',
        app: 'notes',
        owner: 'group:default/atlas',
        image: 'docker.io/library/nginx:1.27.3',
        port: 8080,
        replicas: 2,
        resources: typical.resources,
        env: typical.env,
        storage: [],
      },
    ]);
  });

  const hostile = [
    '${{ secrets.backstageToken }}',
    '${{ parameters.name }}',
    '${{ steps.app.output }}',
    '{{ parameters.name }}',
    '{% for a in range(9) %}x{% endfor %}',
    '{# gone #}',
    "${{ '7' * 7 }}",
    '${file("/etc/passwd")} %{ if true }x%{ endif } $${a}',
    'a\nkind: ClusterRole\n---\n!!js/function "x"',
    '\u2028\ufeff\u202e é \u0007',
    '"\\"\t\r\n',
    'no',
    '007',
    '1e3',
    '__proto__',
  ];

  it.each(hostile)('passes %j on byte for byte', async value => {
    const { changeRequests, dryRun, run } = await start();
    const values = {
      ...typical,
      name: value,
      description: value,
      image: value,
      host: value,
      path: value,
      callbackPath: value,
      env: [{ name: value, value }],
      secrets: [{ env: value, key: value, property: value }],
      storage: [
        { name: value, mountPath: value, size: '10Gi', purpose: value },
      ],
    };
    const preview = await dryRun(newServiceTemplate, values);
    expect(preview.status).toBe(200);
    const { task } = await run(templateRef, values);
    expect(task.status).toBe('completed');

    for (const { operations } of [
      changeRequests.previewed[0],
      changeRequests.created[0],
    ]) {
      expect(operations).toEqual([
        expect.objectContaining({
          app: value,
          description: value,
          image: value,
          env: [{ name: value, value }],
          storage: values.storage,
        }),
        { type: 'add-route', app: value, host: value, path: value },
        { type: 'add-secret', app: value, entries: values.secrets },
        {
          type: 'add-oidc-client',
          app: value,
          host: value,
          callbackPath: value,
        },
      ]);
    }
  });

  it('hands the sentence of a refusal to the user', async () => {
    const { changeRequests, dryRun, run } = await start();
    changeRequests.refusal = new InputError(
      'Host notes.exitthecloud.eu is taken by paperless; choose another.',
    );
    const preview = await dryRun(newServiceTemplate, typical);
    expect(preview.status).toBe(400);
    expect(preview.body.error.message).toContain('choose another');

    const { task, events } = await run(templateRef, typical);
    expect(task.status).toBe('failed');
    expect(events.at(-1).body.error.message).toContain('choose another');
  });

  it.each([
    ['port', 0],
    ['port', '8080'],
    ['name', 'a'.repeat(64)],
    ['image', 'x'.repeat(600)],
    ['env', [{ name: 'A', value: 'x'.repeat(10_000) }]],
    ['replicas', 1000],
  ])('refuses %s of the wrong type or size', async (field, value) => {
    const { changeRequests, run } = await start();
    const { created } = await run(templateRef, { ...typical, [field]: value });
    expect(created.status).toBe(400);
    expect(JSON.stringify(created.body)).toContain(field);
    expect(changeRequests.created).toEqual([]);
  });
});
