import fc from 'fast-check';
import {
  ada,
  createApp,
  plan,
  profile,
  repository,
  wholeRequest,
} from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { createSnapshot } from '../snapshot/createSnapshot';
import { checkManifests } from '../checks/schemas/checkManifests';

const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/);
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const variables = fc.uniqueArray(fc.stringMatching(/^[A-Z][A-Z0-9_]{0,12}X$/), {
  minLength: 4,
  maxLength: 8,
});

/** Requests as a form makes them, for a new app and for one that is there. */
const request: fc.Arbitrary<Operation[]> = fc
  .record({
    app: fc.oneof(
      label.map(name => `x${name}`),
      fc.constant('journal'),
    ),
    description: text,
    value: text,
    tag: fc.stringMatching(/^[0-9]{1,3}\.[0-9]{1,3}$/),
    port: fc.integer({ min: 1, max: 65535 }),
    volumes: fc.uniqueArray(label, { maxLength: 3 }),
    replicas: fc.integer({ min: 1, max: 10 }),
    variables,
    hosts: fc.uniqueArray(label, { minLength: 1, maxLength: 3 }),
    domain: fc.constantFrom('exitthecloud.eu', 'apps.edgeprime.io'),
    keys: fc.uniqueArray(label, { minLength: 1, maxLength: 3 }),
    login: fc.boolean(),
  })
  .map(({ app, description, hosts, ...value }) => {
    const isNew = app !== 'journal';
    const [first, ...others] = value.variables;
    const operations: Operation[] = isNew
      ? [
          {
            ...createApp,
            app,
            description,
            image: `ghcr.io/example/${app}:${value.tag}`,
            port: value.port,
            replicas: value.volumes.length > 0 ? 1 : value.replicas,
            env: [{ name: first, value: value.value }],
            storage: value.volumes.map(name => ({
              name,
              mountPath: `/mnt/${name}`,
              size: '1Gi',
              purpose: 'local',
            })),
          },
        ]
      : [];
    for (const host of hosts) {
      operations.push({
        type: 'add-route',
        app,
        host: `x${host}.${value.domain}`,
        path: '/',
        port: isNew ? value.port : 3000,
      });
    }
    operations.push({
      type: 'add-secret',
      app,
      entries: value.keys.map((key, at) => ({
        env: others[at],
        key: `atlas/${key}`,
      })),
    });
    if (value.login) {
      operations.push({
        type: 'add-oidc-client',
        app,
        clientId: `${app}-web`,
        host: `x${hosts[0]}.${value.domain}`,
        callbackPath: '/auth/callback',
      });
    }
    return operations;
  });

describe('a plan', () => {
  it('reads back as what was asked for, and changes nothing when asked again', () => {
    fc.assert(
      fc.property(request, operations => {
        const first = plan(operations);
        fc.pre(first.findings.every(({ code }) => code !== 'text-unsafe'));
        fc.pre(
          first.findings.every(({ code }) => code !== 'plain-secret-value'),
        );
        expect(first.findings).toEqual([]);
        expect(checkManifests(first.edits)).toEqual([]);

        const after = applyEdits(repository, first.edits);
        const model = readRepository(after, profile);
        expect(model.findings).toEqual(
          readRepository(repository, profile).findings,
        );
        for (const operation of operations) {
          expectRead(model, operation);
        }
        expect(plan(operations, ada, after)).toMatchObject({
          edits: [],
          findings: [],
        });
      }),
      { numRuns: 60 },
    );
  });

  it('leaves every byte as it was when what it created is retired', () => {
    fc.assert(
      fc.property(request, fc.boolean(), (operations, isOpenEnded) => {
        const [{ app }] = operations;
        fc.pre(app !== 'journal');
        const before = isOpenEnded ? withoutLastLineEnds() : repository;
        const created = plan(operations, ada, before);
        fc.pre(created.findings.every(({ severity }) => severity !== 'error'));
        const there = applyEdits(before, created.edits);
        const retire: Operation[] = [
          { type: 'retire-app', app, confirmation: app },
        ];
        const retired = plan(retire, ada, there);
        expect(
          retired.findings.filter(({ severity }) => severity !== 'info'),
        ).toEqual([]);
        const after = applyEdits(there, retired.edits);
        expect([...after.files.keys()].sort()).toEqual(
          [...before.files.keys()].sort(),
        );
        for (const path of before.files.keys()) {
          expect(after.readText(path)).toBe(before.readText(path));
        }
        expect(plan(retire, ada, after)).toMatchObject({
          edits: [],
          findings: [],
        });
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the line ends and the missing final newline of what it edits', () => {
    const list = 'k8s/apps/kustomization.yaml';
    const terraform = 'terraform/keycloak/clients.tf';
    const files = Object.fromEntries(
      [...repository.files.keys()].map(path => [
        path,
        (repository.readText(path) ?? '').replace(/\n/g, '\r\n').trimEnd(),
      ]),
    );
    const snapshot = createSnapshot({ commit: repository.commit, files });
    const { edits, findings } = plan(wholeRequest, ada, snapshot);
    expect(findings).toEqual([]);
    for (const path of [list, terraform]) {
      const edit = edits.find(candidate => candidate.path === path);
      if (edit?.kind !== 'change') throw new Error(`${path} is not changed`);
      expect(edit.after).not.toMatch(/[^\r]\n|\n$/);
      const kept = edit.before.split('\r\n');
      const lines = edit.after.split('\r\n');
      expect(kept.filter(line => !lines.includes(line))).toEqual([]);
    }
  });
});

/** The fixture as an editor leaves it that writes no line end at the end. */
function withoutLastLineEnds() {
  const files = Object.fromEntries(
    [...repository.files.keys()].map(path => [
      path,
      (repository.readText(path) ?? '').trimEnd(),
    ]),
  );
  return createSnapshot({ commit: repository.commit, files });
}

function expectRead(
  model: ReturnType<typeof readRepository>,
  operation: Operation,
) {
  const { app } = operation;
  switch (operation.type) {
    case 'create-app':
      expect(model.apps).toContainEqual(
        expect.objectContaining({
          name: app,
          namespace: app,
          owner: operation.owner,
          system: operation.system,
          description: operation.description,
          template: 'new-service 1.0.0',
        }),
      );
      expect(model.units).toContainEqual(
        expect.objectContaining({
          name: app,
          wired: true,
          buildable: true,
          images: [operation.image],
        }),
      );
      expect(
        model.volumeClaims
          .filter(claim => claim.app === app)
          .map(({ name, size, storageClass }) => [name, size, storageClass])
          .sort(),
      ).toEqual(
        operation.storage
          .map(({ name }) => [`${app}-${name}`, '1Gi', 'local-path'])
          .sort(),
      );
      return;
    case 'add-route':
      expect(model.routes).toContainEqual(
        expect.objectContaining({
          app,
          hostnames: [operation.host],
          paths: [operation.path],
          backends: [{ name: app, namespace: undefined, port: operation.port }],
        }),
      );
      return;
    case 'add-secret':
      for (const { env, key } of operation.entries) {
        expect(
          model.externalSecrets
            .filter(found => found.app === app)
            .flatMap(({ keys }) => keys),
        ).toContainEqual({ secretKey: env, key, property: undefined });
      }
      return;
    case 'add-oidc-client':
      expect(model.loginClients).toContainEqual(
        expect.objectContaining({
          app,
          clientId: operation.clientId,
          redirectUris: [`https://${operation.host}${operation.callbackPath}`],
        }),
      );
      return;
    default:
      throw new Error(`${operation.type} is not read back here`);
  }
}
