import fc from 'fast-check';
import { parse } from 'yaml';
import {
  infrastructure,
  login,
  monosense,
  monosenseRepository,
  planMonosense,
  route,
  secrets,
  workloadOn,
} from '../__testUtils__/monosenseFixture';
import { readCorpus } from '../__testUtils__/readCorpus';
import type { Operation } from '../operation/Operation';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { Plan } from './Plan';
import { textsOf } from '../__testUtils__/textsOf';

const corpus = readCorpus('monosense');
const whole = [workloadOn(['infra', 'apps']), route, secrets];
const retire: Operation = {
  type: 'retire-app',
  app: 'notes',
  confirmation: 'notes',
};

const database: Operation = {
  type: 'add-database',
  app: 'notes',
  size: '1Gi',
  env: 'PG_URL',
};
/** The same keys where an app of that cluster may read them. */
const secretsOn = (cluster: string): Operation => ({
  ...secrets,
  entries: secrets.entries.map(entry => ({
    ...entry,
    key: entry.key.replace('/infra/', `/${cluster}/`),
  })),
});
/** Its files end without a line break, as many of people do. */
const unended = createSnapshot({
  commit: monosenseRepository.commit,
  files: Object.fromEntries(
    Object.entries(textsOf(monosenseRepository)).map(([path, text]) => [
      path,
      text.trimEnd(),
    ]),
  ),
});

const refused: [string, Operation[], string][] = [
  [
    'a host that only another cluster takes',
    [whole[0], { ...route, host: 'notes.infra.monosense.io' }],
    'host-outside-domains',
  ],
  [
    'a host that a variable of another app holds',
    [whole[0], { ...route, host: 'ledger.apps.monosense.io' }],
    'host-outside-domains',
  ],
  [
    'that host on its own cluster',
    [workloadOn(['apps']), { ...route, host: 'ledger.apps.monosense.io' }],
    'host-taken',
  ],
  [
    'one cluster of a tree for all',
    [{ ...infrastructure, clusters: ['infra'] }],
    'cluster-unknown',
  ],
  [
    'a variable in a value',
    [
      {
        ...workloadOn(['apps']),
        env: [{ name: 'VAULT', value: 'op://${ONEPASSWORD_VAULT_NAME}' }],
      },
    ],
    'text-unsafe',
  ],
  [
    'an escaped variable in a description',
    [{ ...workloadOn(['apps']), description: 'costs $${CLUSTER}' }],
    'text-unsafe',
  ],
  [
    'a key of another app',
    [
      whole[0],
      {
        ...secrets,
        entries: [{ env: 'KEY', key: 'kubernetes/apps/ledger/database' }],
      },
    ],
    'secret-key-foreign',
  ],
];

describe('planOperations for Flux on two clusters', () => {
  it.each([
    ['both', whole, ['infra', 'apps']],
    ['the tree of all', [infrastructure, route, secrets], ['infra', 'apps']],
    ['one', [workloadOn(['apps']), route], ['apps']],
  ])(
    'reads the app back on %s, whole, and plans nothing twice',
    (_on, operations, clusters) => {
      const after = apply(monosenseRepository, planMonosense(operations));
      const model = readRepository(after, monosense);
      expect(model.findings).toEqual([]);
      const notes = model.apps.filter(({ name }) => name === 'notes');
      expect(notes.map(({ cluster }) => cluster)).toEqual(clusters);
      expect(notes.map(({ owner }) => owner)).toEqual(
        clusters.map(() => 'group:default/atlas'),
      );
      const units = model.units.filter(({ app }) => app === 'notes');
      expect(units.map(unit => [unit.buildable, unit.images])).toEqual(
        clusters.map(() => [true, ['ghcr.io/example/notes:2.4.1']]),
      );
      expect(
        model.routes
          .filter(({ app }) => app === 'notes')
          .map(({ cluster, hostnames, parents }) => [
            cluster,
            hostnames,
            parents,
          ]),
      ).toEqual(
        clusters.map(cluster => [
          cluster,
          ['notes.monosense.io'],
          [
            {
              name: 'cilium-gateway-external',
              namespace: 'kube-system',
              section: 'https',
            },
          ],
        ]),
      );
      const again = planMonosense(operations, after);
      expect(again).toMatchObject({ findings: [], edits: [] });
    },
  );

  it('names a route apart from one that the chart makes of its values', () => {
    const values = 'kubernetes/workloads/tenants/notes/helmrelease.yaml';
    const created = apply(
      monosenseRepository,
      planMonosense([workloadOn(['apps'])]),
    );
    const texts = textsOf(created);
    const before = createSnapshot({
      commit: '1'.repeat(40),
      files: {
        ...texts,
        [values]: texts[values].replace(
          '  values:\n',
          '  values:\n    route:\n      main:\n        hostnames: [wiki.apps.monosense.io]\n        parentRefs: [{ name: cilium-gateway-external }]\n',
        ),
      },
    });
    const { findings, edits } = planMonosense([route], before);
    expect(findings).toEqual([]);
    const added = edits.flatMap(edit =>
      edit.kind === 'create' ? [[edit.path, parse(edit.after)]] : [],
    );
    expect(added).toEqual([
      [
        `kubernetes/workloads/tenants/notes/httproute-${route.host.replaceAll('.', '-')}.yaml`,
        expect.objectContaining({
          metadata: expect.objectContaining({
            name: `notes-${route.host.replaceAll('.', '-')}`,
          }),
        }),
      ],
    ]);
  });

  it.each(refused)('refuses %s', (_what, operations, code) => {
    const { findings } = planMonosense(operations);
    expect(findings.map(finding => finding.code)).toEqual([code]);
  });

  it('adds a login client to the import of the realm, and says that a realm does not take it', () => {
    const { findings, edits } = planMonosense([...whole, login]);
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'realm-import-not-applied',
        severity: 'warning',
      }),
    ]);
    const file = `kubernetes/workloads/platform/identity/keycloak/realm-import.yaml`;
    const before = monosenseRepository.readText(file) ?? '';
    const imported = edits.find(({ path }) => path === file);
    const after = imported?.kind === 'change' ? imported.after : '';
    expect(after.startsWith(before)).toBe(true);
    expect(parse(after.slice(before.length))).toEqual([
      {
        clientId: 'notes',
        name: 'notes',
        enabled: true,
        protocol: 'openid-connect',
        publicClient: false,
        standardFlowEnabled: true,
        implicitFlowEnabled: false,
        directAccessGrantsEnabled: false,
        serviceAccountsEnabled: false,
        redirectUris: ['https://notes.monosense.io/oauth2/callback'],
        webOrigins: ['https://notes.monosense.io'],
        attributes: { 'pkce.code.challenge.method': 'S256' },
        defaultClientScopes: ['email', 'profile', 'roles'],
      },
    ]);
    const taken = planMonosense([...whole, { ...login, clientId: 'ledger' }]);
    expect(taken.findings.map(({ code }) => code)).toContain('client-id-taken');
    const written = apply(
      monosenseRepository,
      planMonosense([...whole, login]),
    );
    expect(planMonosense([...whole, login], written)).toMatchObject({
      findings: [],
      edits: [],
    });
    expect(
      readRepository(written, monosense).loginClients.filter(
        client => client.app === 'notes',
      ),
    ).toMatchObject([{ clientId: 'notes', form: 'realm-import' }]);
  });

  it('changes a host where the clusters say it, and nowhere else', () => {
    const move: Operation = {
      type: 'change-route',
      app: 'notes',
      host: 'notes.monosense.io',
      newHost: 'diary.monosense.io',
    };
    const before = apply(monosenseRepository, planMonosense(whole));
    const plan = planMonosense([move], before);
    expect(plan.findings).toEqual([]);
    expect(plan.edits).toEqual(
      ['apps', 'infra'].map(cluster => {
        const path = `kubernetes/clusters/${cluster}/cluster-settings.yaml`;
        const text = before.readText(path) ?? '';
        return {
          kind: 'change',
          path,
          before: text,
          after: text.replace('notes.monosense.io', 'diary.monosense.io'),
        };
      }),
    );
    const after = apply(before, plan);
    expect(planMonosense([move], after)).toMatchObject({
      findings: [],
      edits: [],
    });
    expect(textsOf(apply(after, planMonosense([retire], after)))).toEqual(
      textsOf(monosenseRepository),
    );
    const foreign = planMonosense(
      [{ ...move, newHost: 'notes.infra.monosense.io' }],
      before,
    );
    expect(foreign.findings).toMatchObject([
      { code: 'host-outside-domains', field: 'newHost' },
    ]);
  });

  it('names a gateway itself where the cluster has no variable for it', () => {
    const settings = 'kubernetes/clusters/apps/cluster-settings.yaml';
    const files = textsOf(monosenseRepository);
    const gateway =
      'kubernetes/infrastructure/networking/gateway/app/gateway.yaml';
    const snapshot = createSnapshot({
      commit: '1'.repeat(40),
      files: {
        ...files,
        [settings]: files[settings].replace(
          'CILIUM_GATEWAY_EXTERNAL_NAME',
          'GATEWAY',
        ),
        [gateway]: files[gateway].replace(
          '${CILIUM_GATEWAY_EXTERNAL_NAME}',
          'cilium-gateway-external',
        ),
      },
    });
    const { findings, edits } = planMonosense(
      [workloadOn(['apps']), route],
      snapshot,
    );
    expect(findings).toEqual([]);
    const written = edits.find(({ path }) => path.endsWith('/httproute.yaml'));
    expect(written?.kind === 'create' && parse(written.after)).toMatchObject({
      spec: { parentRefs: [{ name: 'cilium-gateway-external' }] },
    });
  });

  it('keeps a lone dollar sign as it is', () => {
    const value = 'a$b $(c) d$';
    const plan = planMonosense([
      { ...workloadOn(['apps']), env: [{ name: 'PRICE', value }] },
    ]);
    expect(plan.findings).toEqual([]);
    const release = plan.edits.find(({ path }) =>
      path.endsWith('/helmrelease.yaml'),
    );
    expect(release).toMatchObject({
      after: expect.stringContaining(`PRICE: ${value}`),
    });
  });

  it('takes out to the byte what it wrote', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          workloadOn(['infra']),
          workloadOn(['apps']),
          workloadOn(['infra', 'apps']),
          infrastructure,
        ),
        fc.subarray<Operation>([route, secrets, login, database]),
        fc.boolean(),
        (create, others, isEnded) => {
          const before = isEnded ? monosenseRepository : unended;
          const cluster = create.clusters?.[0] ?? 'infra';
          const asked = others
            .filter(({ type }) => type !== login.type || others.includes(route))
            .map(operation =>
              operation === secrets ? secretsOn(cluster) : operation,
            );
          const plan = planMonosense([create, ...asked], before);
          expect(
            plan.findings.filter(({ severity }) => severity === 'error'),
          ).toEqual([]);
          const after = apply(before, plan);
          const gone = planMonosense([retire], after);
          expect(textsOf(apply(after, gone))).toEqual(textsOf(before));
        },
      ),
      { numRuns: 24 },
    );
  });

  it('takes neither the database of another app nor its role, whatever they are called', () => {
    const shared =
      'kubernetes/workloads/platform/databases/cloudnative-pg/shared-cluster';
    const foreign = { ...database, name: 'registry' };
    const texts = textsOf(monosenseRepository);
    const files = {
      ...texts,
      [`${shared}/databases.yaml`]: `${texts[`${shared}/databases.yaml`]}---\napiVersion: postgresql.cnpg.io/v1\nkind: Database\nmetadata:\n  name: harbor\nspec:\n  cluster: {name: shared}\n  name: registry\n  owner: harbor\n`,
    };
    const commit = '1'.repeat(40);
    const app = workloadOn(['infra']);
    for (const name of ['registry', 'harbor']) {
      expect(
        planMonosense(
          [app, { ...foreign, name }],
          createSnapshot({ commit, files }),
        ).findings.map(({ code }) => code),
      ).toEqual(['database-taken']);
    }
    const created = apply(
      monosenseRepository,
      planMonosense([app, { ...database, name: 'notes' }]),
    );
    const written = textsOf(created);
    const credentials =
      'kubernetes/workloads/tenants/notes/externalsecret.yaml';
    const pretending = {
      ...written,
      [credentials]: written[credentials].replaceAll('/notes?', '/ledger?'),
    };
    expect(pretending[credentials]).not.toBe(written[credentials]);
    const { edits } = planMonosense(
      [retire],
      createSnapshot({ commit, files: pretending }),
    );
    expect(edits.map(({ path }) => path)).not.toContain(
      `${shared}/cluster.yaml`,
    );
  });

  (corpus ? describe : describe.skip)('on a real repository', () => {
    it('refuses a database on the cluster whose settings leave out its PostgreSQL', () => {
      const { findings } = planMonosense(
        [workloadOn(['apps']), database],
        corpus,
      );
      expect(findings.map(({ code }) => code)).toEqual([
        'database-cluster-missing',
      ]);
    });
  });
});

function apply(before: RepositorySnapshot, { edits }: Plan) {
  return applyEdits(before, edits);
}
