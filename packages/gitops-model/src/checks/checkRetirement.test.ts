import { withFiles } from '../__testUtils__/withFiles';
import {
  monosense,
  monosenseRepository,
} from '../__testUtils__/monosenseFixture';
import { outline } from '../__testUtils__/outline';
import { pitower, pitowerRepository } from '../__testUtils__/pitowerFixture';
import { pullSecretOptions } from '../__testUtils__/policyFixture';
import { ada, profile, repository } from '../__testUtils__/readFixture';
import type { BlockContext } from '../blocks/Block';
import { placeApp } from '../plan/placeApp';
import { PlanTree } from '../plan/PlanTree';
import { blockOptionsSchema, type WritableProfile } from '../profile/Profile';
import { readRepository } from '../read/readRepository';
import type { RepositoryModel } from '../read/RepositoryModel';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { checkRetirement } from './checkRetirement';

interface Situation {
  app?: string;
  confirmation?: string;
  /** Files that are there as well. */
  files?: Record<string, string>;
  /** What the model has besides what is read. */
  change?: (model: RepositoryModel) => Partial<RepositoryModel>;
  profile?: WritableProfile;
  snapshot?: RepositorySnapshot;
  place?: (at: BlockContext) => BlockContext[];
}

function check({
  app = 'journal',
  confirmation = app,
  files = {},
  change = () => ({}),
  profile: rules = profile,
  snapshot = repository,
  place = at => [at],
}: Situation) {
  const there = withFiles(snapshot, () => files);
  const read = readRepository(there, rules);
  const model = { ...read, ...change(read) };
  const context = {
    tree: new PlanTree(there),
    model,
    profile: rules,
    requester: ada,
  };
  return checkRetirement(
    { type: 'retire-app', app, confirmation },
    place(placeApp(app, context)),
    context,
  );
}

/** What is said to stay. */
const survivors = (situation: Situation) =>
  check(situation)
    .filter(({ code }) => code === 'survives')
    .map(({ message }) =>
      message.replace(/^What stays when \S+ is gone: (.*)\.$/, '$1'),
    );

const inPitower = { profile: pitower, snapshot: pitowerRepository };
const inMonosense = { profile: monosense, snapshot: monosenseRepository };

describe('checkRetirement', () => {
  it.each(['', 'jurnal', 'Journal', 'journal '])(
    'takes %j for no confirmation, and says nothing else',
    confirmation => {
      expect(check({ confirmation })).toEqual([
        {
          code: 'confirmation-missing',
          severity: 'error',
          field: 'confirmation',
          message: `“${confirmation}” is not the name of the app.`,
          fix: expect.stringContaining('“journal”'),
        },
      ]);
    },
  );

  it('has nothing against an app that leaves nothing behind', () => {
    expect(check({})).toEqual([]);
    expect(check({ app: 'tides' })).toEqual([]);
  });
});

describe('the files of an app', () => {
  const shared = 'error layout-unsupported app k8s/apps/tides.yaml';
  const alone = 'error layout-unsupported app';

  it.each<[string[], boolean, string[]]>([
    [['k8s/journal'], false, [shared]],
    [['k8s/tides', 'k8s/journal/below'], false, [shared]],
    [['k8s/journal2'], false, []],
    [['k8s'], false, []],
    [['k8s/journal'], true, []],
  ])(
    'are another’s as well that deploys %j, orchestrating: %s',
    (paths, orchestrator, expected) => {
      const change = ({ units }: RepositoryModel) => ({
        units: units.map(unit =>
          unit.app === 'tides' ? { ...unit, paths, orchestrator } : unit,
        ),
      });
      expect(outline(check({ change }))).toEqual(expected);
    },
  );

  it('are told by unit and directory', () => {
    const change = ({ units }: RepositoryModel) => ({
      units: units.map(unit =>
        unit.app === 'tides' ? { ...unit, paths: ['k8s/journal'] } : unit,
      ),
    });
    expect(check({ change })).toMatchObject([
      {
        message: expect.stringMatching(
          /^tides deploys from k8s\/journal .* with journal\.$/,
        ),
        fix: expect.stringContaining('by hand'),
      },
    ]);
  });

  const there = repository.readText('k8s/apps/journal.yaml') ?? '';

  it.each<[string, Situation]>([
    [
      'stand in a file with more',
      { files: { 'k8s/apps/journal.yaml': `${there}---\n${there}` } },
    ],
    [
      'are deployed by no file',
      {
        place: at => [{ ...at, names: { ...at.names, app: 'x' } }],
      },
    ],
    [
      'are not there',
      {
        place: at => [
          { ...at, names: { ...at.names, directory: 'k8s/nowhere' } },
        ],
      },
    ],
  ])('cannot go where they %s', (_, situation) => {
    expect(outline(check(situation))).toContain(alone);
  });

  it('cannot go where they hold the Namespace of other apps', () => {
    const file = 'k8s/journal/namespace.yaml';
    const situation: Situation = {
      files: { [file]: 'kind: Namespace\nmetadata: {name: journal}\n' },
      place: at => [{ ...at, neighbours: ['tides', 'wharf'] }],
    };
    expect(check(situation)).toContainEqual(
      expect.objectContaining({
        code: 'layout-unsupported',
        severity: 'error',
        file,
        message: expect.stringContaining('of tides, wharf.'),
      }),
    );
    expect(outline(check({ ...situation, place: undefined }))).toEqual([]);
  });

  it('must be so for each cluster', () => {
    const place = (at: BlockContext) => [
      at,
      { ...at, names: { ...at.names, directory: 'k8s/nowhere' } },
    ];
    expect(check({ place })).toMatchObject([
      {
        message: expect.stringContaining('“journal” is not deployed by a file'),
        fix: expect.stringContaining('by hand'),
      },
    ]);
    expect(
      outline(
        check({
          app: 'ledger',
          ...inMonosense,
          place: at => [{ ...at, names: { ...at.names, cluster: 'infra' } }],
        }),
      ),
    ).toContain(alone);
  });
});

describe('who refers to an app', () => {
  const file = 'k8s/tides/config.yaml';
  const warned = [`warning still-referenced ${file}`];
  const sharing = ({ apps, units }: RepositoryModel) => ({
    units,
    apps: apps.map(app =>
      app.name === 'tides' ? { ...app, namespace: 'journal' } : app,
    ),
  });

  it.each<[string, boolean, string[]]>([
    ['http://journal.journal.svc:80', false, warned],
    ['journal-web.journal.svc.cluster.local', false, warned],
    ['other.journal.svc', false, warned],
    ['*.journal.svc', false, []],
    ['journal.journal.svcs', false, []],
    ['journal.journals.svc', false, []],
    ['journal.svc', false, []],
    ['journal.tides.svc', false, []],
    ['journal.journal.svc', true, warned],
    ['journal-web.journal.svc', true, warned],
    ['other.journal.svc', true, []],
    ['my-journal.journal.svc', true, []],
    ['journals.journal.svc', true, []],
  ])('is told by %s, in a namespace of several: %s', (text, isShared, said) => {
    expect(
      outline(
        check({
          files: { [file]: `url: ${text}\n` },
          change: isShared ? sharing : undefined,
        }).filter(({ code }) => code === 'still-referenced'),
      ),
    ).toEqual(said);
  });

  it.each([
    ['k8s/tides/a.yml', true],
    ['k8s/tides/a.json', true],
    ['terraform/dns/main.tf', true],
    ['k8s/tides/README.md', false],
    ['k8s/tides/a.yaml.bak', false],
    ['k8s/journal/config.yaml', false],
    ['terraform/keycloak/clients.tf', false],
  ])('is looked for in %s: %s', (path, isFound) => {
    const text = `url: "journal.journal.svc"\n`;
    expect(outline(check({ files: { [path]: text } }))).toEqual(
      isFound ? [`warning still-referenced ${path}`] : [],
    );
  });

  it.each([
    [['argocd/journal'], ['warning still-referenced k8s/apps/tides.yaml']],
    [['journal'], ['warning still-referenced k8s/apps/tides.yaml']],
    [
      ['argocd/wiki', 'x/journal'],
      ['warning still-referenced k8s/apps/tides.yaml'],
    ],
    [['journal/wiki'], []],
    [[], []],
  ])('is a unit that waits for %j', (dependsOn, expected) => {
    const change = ({ units }: RepositoryModel) => ({
      units: units.map(unit =>
        unit.app === 'tides' || (unit.app === 'journal' && dependsOn.length > 0)
          ? { ...unit, dependsOn }
          : unit,
      ),
    });
    expect(outline(check({ change }))).toEqual(expected);
  });

  it('is told by file and app', () => {
    expect(
      check({ files: { [file]: 'url: journal.journal.svc\n' } }),
    ).toMatchObject([
      {
        message: `${file} refers to journal, which will be gone.`,
        fix: expect.stringContaining('Change that file too'),
      },
    ]);
  });

  it('cannot be told of an app without a namespace', () => {
    expect(
      check({
        files: { [file]: 'url: journal.journal.svc\n' },
        change: ({ apps }) => ({
          apps: apps.map(app => ({ ...app, namespace: undefined })),
        }),
      }),
    ).toEqual([]);
  });
});

describe('what outlives an app', () => {
  const found = { cluster: 'edgit', source: { file: 'x.yaml', line: 1 } };
  const own = { ...found, unit: 'journal', app: 'journal' };
  const others = { ...found, unit: 'tides', app: 'tides' };
  const store = 'ClusterSecretStore/vault-backend';
  const secret = (of: typeof own, ...keys: string[]) => ({
    ...of,
    name: 'x',
    store,
    target: 'x',
    keys: keys.map(key => ({ key })),
  });

  it('is the data of its volumes', () => {
    const volumeClaims = [
      { ...own, name: 'data', storageClass: 'longhorn' },
      { ...own, name: 'cache' },
      { ...others, name: 'more', storageClass: 'longhorn' },
    ];
    expect(check({ change: () => ({ volumeClaims }) })).toEqual([
      {
        code: 'survives',
        severity: 'info',
        message: expect.stringContaining('the data of the volume data'),
        fix: expect.stringContaining('Storage class longhorn says'),
      },
      {
        code: 'survives',
        severity: 'info',
        message: expect.stringContaining('the data of the volume cache'),
        fix: expect.stringContaining('Storage class by default says'),
      },
    ]);
  });

  it('are backups of its databases', () => {
    const databases = [
      { ...own, kind: 'Cluster' as const, name: 'main' },
      { ...own, kind: 'Database' as const, name: 'inner' },
      { ...own, kind: 'Pooler' as const, name: 'pool' },
      { ...others, kind: 'Cluster' as const, name: 'foreign' },
    ];
    expect(survivors({ change: () => ({ databases }) })).toEqual([
      'backups of the database main',
      'backups of the database inner',
    ]);
  });

  it('are keys of the store that nobody else reads', () => {
    const externalSecrets = [
      secret(own, 'atlas/journal/db', 'atlas/shared/smtp'),
      secret(own, 'atlas/journal/db', 'atlas/journal/mail'),
      secret(others, 'atlas/shared/smtp', 'borealis/tides/db'),
    ];
    expect(survivors({ change: () => ({ externalSecrets }) })).toEqual([
      `the secret atlas/journal/db of ${store}`,
      `the secret atlas/journal/mail of ${store}`,
    ]);
  });

  it('is no key that brings pull secrets', () => {
    const pulling = blockOptionsSchema.parse(pullSecretOptions);
    const [layout, ...layouts] = profile.layouts;
    const rules = {
      ...profile,
      layouts: [{ ...layout, blocks: [...layout.blocks, pulling] }, ...layouts],
    };
    const key = pulling.block === 'pull-secret' ? pulling.key : '';
    const situation: Situation = {
      change: () => ({ externalSecrets: [secret(own, key)] }),
    };
    expect(survivors(situation)).toEqual([`the secret ${key} of ${store}`]);
    expect(survivors({ ...situation, profile: rules })).toEqual([]);
  });

  it('is no key that Terraform writes for its login client, and takes away', () => {
    const clients = repository.readText('terraform/keycloak/clients.tf') ?? '';
    const written = (client: string) => `${clients}
resource "vault_kv_secret_v2" "${client}_oidc" {
  mount     = "kv"
  name      = "atlas/${client}/oidc"
  data_json = jsonencode({
    "client-secret" = keycloak_openid_client.${client}.client_secret
  })
}
`;
    const situation = (client: string): Situation => ({
      files: { 'terraform/keycloak/clients.tf': written(client) },
      change: () => ({
        externalSecrets: [secret(own, 'atlas/journal/oidc')],
      }),
    });
    expect(survivors(situation('journal'))).toEqual([]);
    expect(survivors(situation('wiki'))).toEqual([
      `the secret atlas/journal/oidc of ${store}`,
    ]);
    const isAnothers = situation('journal');
    expect(
      survivors({
        ...isAnothers,
        change: model => ({
          ...isAnothers.change?.(model),
          loginClients: model.loginClients.map(client => ({
            ...client,
            app: 'tides',
          })),
        }),
      }),
    ).toEqual([`the secret atlas/journal/oidc of ${store}`]);
  });

  it('is no database of its own, but its backups', () => {
    expect(check({ app: 'selfhosted-feeds', ...inPitower })).toEqual([
      {
        code: 'database-deleted',
        severity: 'warning',
        message: expect.stringMatching(
          /^The database feeds of 1Gi goes with selfhosted-feeds/,
        ),
        fix: expect.stringContaining('backup first'),
      },
      expect.objectContaining({
        code: 'survives',
        message: expect.stringContaining('/selfhosted/feeds/ADMIN_PASSWORD'),
        fix: expect.stringContaining('delete it from the store'),
      }),
    ]);
    expect(survivors({ app: 'media-player', ...inPitower })).toEqual([
      'the data of the volume player-config',
    ]);
  });

  it('is a database of a cluster that apps share, and the password of its role', () => {
    const file = 'kubernetes/workloads/tenants/ledger/externalsecret.yaml';
    const credentials = (host: string) => `---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: ledger-db
  namespace: ledger
spec:
  secretStoreRef:
    kind: ClusterSecretStore
    name: onepassword
  target:
    name: ledger-db-credentials
    template:
      data:
        DATABASE_URL: postgresql://{{ .username }}:{{ .password | urlquery }}@${host}:5432/ledger?sslmode=require
  dataFrom:
    - extract:
        key: kubernetes/apps/ledger/database
`;
    const situation = (host: string): Situation => ({
      app: 'ledger',
      ...inMonosense,
      files: { [file]: credentials(host) },
    });
    const key =
      'the secret kubernetes/apps/ledger/database of ClusterSecretStore/onepassword';
    expect(survivors(situation('ledger-pooler.cnpg-system.svc'))).toEqual([
      'the database ledger of the shared cluster, and its role',
      'the secret kubernetes/infra/cloudnative-pg/ledger of ClusterSecretStore/onepassword',
      key,
    ]);
    expect(survivors(situation('elsewhere.cnpg-system.svc'))).toEqual([key]);
  });
});
