import { z } from 'zod';
import { name, path, variable } from './profileTexts';

/** Name of a Cluster of CloudNativePG, or of the variable that manifests write in its place. */
const cluster = z.union([name, variable]);

/** A role per app in a PostgreSQL cluster that apps share. */
const postgresRole = z.strictObject({
  block: z.literal('postgres-role'),
  /** File of the Cluster. */
  file: path,
  cluster,
});

/** What brings the password of that role to the cluster, as a document of a file of all of them. */
const postgresRoleSecret = z.strictObject({
  block: z.literal('postgres-role-secret'),
  file: path,
  namespace: name,
  /** Key of the secret store that holds it, such as `databases/{app}`. */
  key: z.string(),
  refreshInterval: z.string(),
});

/** A database per app, as a document of a file of all of them. */
const postgresDatabase = z.strictObject({
  block: z.literal('postgres-database'),
  file: path,
  namespace: name,
  cluster,
});

/** Connections per app, in a file of its own. */
const postgresPooler = z.strictObject({
  block: z.literal('postgres-pooler'),
  file: path,
  namespace: name,
  cluster,
  /** How many, or the variable that says so. */
  instances: z.union([z.number().int().min(1), variable]),
  /** Kustomization that lists the file, and the line there. */
  list: path,
  line: path,
});

/** What brings the address of the database to the app. */
const postgresTenantCredentials = z.strictObject({
  block: z.literal('postgres-tenant-credentials'),
  file: path,
  refreshInterval: z.string(),
});

export const sharedPostgresBlockOptions = [
  postgresRole,
  postgresRoleSecret,
  postgresDatabase,
  postgresPooler,
  postgresTenantCredentials,
] as const;
