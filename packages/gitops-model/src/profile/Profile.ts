import { z } from 'zod';
import { applicationSetBlockOptions } from './applicationSetBlockOptions';
import { appTemplateBlockOptions } from './appTemplateBlockOptions';
import { argocdBlockOptions } from './argocdBlockOptions';
import { centralBlockOptions } from './centralBlockOptions';
import { fluxBlockOptions } from './fluxBlockOptions';
import { identityBlockOptions } from './identityBlockOptions';
import { manifestBlockOptions } from './manifestBlockOptions';
import { policyBlockOptions } from './policyBlockOptions';
import { name, path, variableName } from './profileTexts';
import { sharedPostgresBlockOptions } from './sharedPostgresBlockOptions';

const entityRef = z.string().regex(/^group:[a-z0-9-]+\/[A-Za-z0-9._-]+$/);

export const blockOptionsSchema = z.discriminatedUnion('block', [
  ...argocdBlockOptions,
  ...manifestBlockOptions,
  ...appTemplateBlockOptions,
  ...applicationSetBlockOptions,
  ...fluxBlockOptions,
  ...sharedPostgresBlockOptions,
  ...identityBlockOptions,
  ...centralBlockOptions,
  ...policyBlockOptions,
]);

const layout = z.strictObject({
  name,
  /** What an app of this layout runs: an image of its own, or a Helm chart. */
  runs: z.enum(['image', 'chart']),
  /** The directory that belongs to one app alone. */
  appDirectory: path,
  /** Name of an app's deployment unit, which the portal calls the app by; `{category}` may stand in it. */
  unit: z.string().default('{app}'),
  /** The namespace of an app: `{app}`, `{category}` or one name for all. */
  namespace: z
    .string()
    .regex(/^[a-z0-9{}-]+$/)
    .default('{app}'),
  /** What is written for such an app, besides the blocks of all layouts. */
  blocks: z.array(blockOptionsSchema).min(1),
});

const ownerRule = z
  .strictObject({
    /** Globs of app names. */
    apps: z.array(z.string()).optional(),
    /** Globs of files that declare a deployment unit, or of directories it deploys. */
    paths: z.array(z.string()).optional(),
    owner: entityRef,
  })
  .refine(
    rule => rule.apps !== undefined || rule.paths !== undefined,
    'must name apps or paths',
  );

/** What every profile says: how to read one repository. */
export const readingProfileSchema = z.strictObject({
  engine: z.enum(['argocd', 'flux']),
  /**
   * Where the engine of a cluster starts. Argo CD: a file, or a directory
   * whose files are applied by hand. Flux: the path that the cluster's first
   * Kustomization reconciles.
   */
  roots: z.array(z.strictObject({ cluster: name, path })).min(1),
  /**
   * How the repository's own manifests name the repository; new ones take the
   * first. Default: the address it is cloned from.
   */
  repositoryUrls: z.array(z.string()).default([]),
  /** Which cluster an Argo CD Application's destination is. */
  destinations: z
    .array(z.strictObject({ server: z.string(), cluster: name }))
    .default([]),
  /** Globs of files that are no part of the platform. */
  exclude: z.array(z.string()).default([]),
  /** The repository's own names for shapes of deployment units. */
  patterns: z
    .partialRecord(
      z.enum(['helm-with-configs', 'helm-inline', 'wrapper-chart', 'raw']),
      z.string(),
    )
    .default({}),
  /**
   * Labels of deployment units that name their app and its category. Without
   * them an app is called as its deployment unit and has no category.
   */
  apps: z
    .strictObject({
      nameLabel: z.string().optional(),
      categoryLabel: z.string().optional(),
    })
    .prefault({}),
  /** Who owns an app that carries no owner annotation; first rule wins. */
  owners: z.strictObject({
    /** Label of deployment units whose value is the name of the owning group. */
    label: z.string().optional(),
    rules: z.array(ownerRule).default([]),
    /** Owner in CODEOWNERS, such as `@edgit/atlas` → entity ref; asked after the rules. */
    codeowners: z.record(z.string(), entityRef).default({}),
    default: entityRef,
  }),
  /** Where Git says which machines a cluster has. */
  nodes: z
    .array(
      z.strictObject({
        cluster: name,
        /**
         * `patches`: a file per node named by host name, as `talosctl` patches;
         * `machine-configs`: a file per node, named by host name or address.
         */
        form: z.enum(['patches', 'machine-configs']),
        directory: path,
        /** Role of every node in the directory, where the files do not say. */
        role: z.enum(['controlplane', 'worker']).optional(),
      }),
    )
    .default([]),
  /** Login clients that are not written as manifests of an app. */
  loginClients: z
    .array(
      z.strictObject({
        form: z.enum(['terraform', 'json']),
        /** Directory of Terraform files, or of one JSON file per client. */
        directory: path,
        realm: name.optional(),
        /** Variables that JSON files write in the place of a domain, such as `CLUSTER_DOMAIN`, and the domains. */
        variables: z.record(variableName, name).optional(),
      }),
    )
    .default([]),
});

/** What a profile says besides where the portal may write. */
export const writingProfileSchema = readingProfileSchema.extend({
  /** The forms apps are written in; a new one takes the first that runs what it runs. */
  layouts: z.array(layout).min(1),
  /** Categories a new app may be put in, where `{category}` stands in a layout. */
  categories: z.array(name).default([]),
  /**
   * How titles of pull requests and commits are worded. `conventional`:
   * `feat(<category or app>): add <app>`; `plain`: `Add <app>`.
   */
  commitStyle: z.enum(['conventional', 'plain']).default('conventional'),
  /** Names no new app may take. */
  reservedNames: z.array(z.string()).default([]),
  /** Public hosts: exactly one label before the domain. */
  domains: z
    .array(
      z.strictObject({
        domain: name,
        /** Who reaches a host on this gateway, where several take the domain. */
        exposure: name.optional(),
        gateway: z.strictObject({
          name,
          /** The variable that manifests write in its place, where Flux puts it in for them. */
          nameVariable: variableName.optional(),
          namespace: name,
          /** Without it a route takes the listener that `gateway-listener` writes, else any. */
          sectionName: name.optional(),
        }),
        /** The one cluster whose gateway takes it; without it every cluster's does. */
        cluster: name.optional(),
        /** Labels no app may take under this domain. */
        reserved: z.array(z.string()).default([]),
      }),
    )
    .min(1),
  secrets: z.strictObject({
    store: z.strictObject({
      kind: z.enum(['SecretStore', 'ClusterSecretStore']),
      name,
    }),
    /** The store's own mount, which a key never repeats. */
    mount: name.optional(),
    /**
     * All that an app may read: what is its team's, where `{group}` is the
     * owner's name, or its own, as `{category}/{app}/`.
     */
    keyPrefix: z
      .string()
      .regex(/^[^{}]*(\{cluster\}\/)?(\{group\}|(\{category\}\/)?\{app\})\/$/),
    /** An app's own keys: `{cluster}`, `{group}`, `{category}`, `{app}` and `{name}`. */
    appKey: z.string(),
    /** Keys shared by a team's apps: `{group}` and `{name}`. */
    sharedKey: z.string().optional(),
  }),
  /** Purpose a form offers → storage class, or a share that all apps use. */
  storage: z.record(
    name,
    z
      .strictObject({
        class: name.optional(),
        /** Every app sees directories of its own in it. */
        share: z
          .strictObject({ server: z.string(), path: z.string() })
          .optional(),
        accessMode: z.enum(['ReadWriteOnce', 'ReadWriteMany']),
        /** Largest volume a form may ask for, as a Kubernetes quantity. */
        maxSize: z.string(),
      })
      .refine(
        purpose =>
          (purpose.class === undefined) !== (purpose.share === undefined),
        'must have either a class or a share',
      ),
  ),
  images: z
    .strictObject({
      /**
       * `admission`: the cached name is written at admission, manifests keep the
       * public one. `manifest`: manifests name the proxy project of
       * `ownRegistry`. `none`: nodes pull from everywhere.
       */
      rewrite: z.enum(['admission', 'manifest', 'none']),
      /** Registry → its proxy project. */
      registries: z.record(z.string(), z.string()).default({}),
      /** The platform's own registry, which needs no proxy. */
      ownRegistry: z.string().optional(),
      pullSecret: name.optional(),
    })
    .refine(
      images =>
        images.rewrite !== 'manifest' || images.ownRegistry !== undefined,
      'must name ownRegistry for manifests to name it',
    ),
  limits: z
    .strictObject({
      replicas: z.number().int().min(1).default(10),
      cpu: z.string().default('8'),
      memory: z.string().default('32Gi'),
    })
    .prefault({}),
  /** Blocks of every layout. */
  blocks: z.array(blockOptionsSchema).default([]),
});

/** How one repository is to be read. */
export type Profile = z.infer<typeof readingProfileSchema>;
/** How one repository wants its files written: data for blocks. */
export type WritableProfile = z.infer<typeof writingProfileSchema>;
/** One form apps are written in. */
export type Layout = z.infer<typeof layout>;
export type AnyBlockOptions = z.infer<typeof blockOptionsSchema>;
export type BlockName = AnyBlockOptions['block'];
export type BlockOptions<N extends BlockName> = Extract<
  AnyBlockOptions,
  { block: N }
>;
