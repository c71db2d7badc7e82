import { z } from 'zod';
import { customResource } from './customResource';

const ensure = z.enum(['present', 'absent']).optional();
const named = { name: z.string(), ensure };
const options = z
  .array(z.strictObject({ ...named, value: z.string() }))
  .optional();
const usage = z
  .array(
    z.strictObject({
      name: z.string(),
      type: z.enum(['grant', 'revoke']).optional(),
    }),
  )
  .optional();

/** `postgresql.cnpg.io/v1`, as of CloudNativePG 1.29. */
export const postgresDatabaseSchema = customResource(
  z.strictObject({
    name: z
      .string()
      .refine(
        name => !['postgres', 'template0', 'template1'].includes(name),
        'must be no database of PostgreSQL itself',
      ),
    owner: z.string(),
    cluster: z.strictObject({ name: z.string().optional() }),
    allowConnections: z.boolean().optional(),
    builtinLocale: z.string().optional(),
    collationVersion: z.string().optional(),
    connectionLimit: z.int().optional(),
    databaseReclaimPolicy: z.enum(['delete', 'retain']).optional(),
    encoding: z.string().optional(),
    ensure,
    extensions: z
      .array(
        z.strictObject({
          ...named,
          schema: z.string().optional(),
          version: z.string().optional(),
        }),
      )
      .optional(),
    fdws: z
      .array(
        z.strictObject({
          ...named,
          handler: z.string().optional(),
          options,
          owner: z.string().optional(),
          usage,
          validator: z.string().optional(),
        }),
      )
      .optional(),
    icuLocale: z.string().optional(),
    icuRules: z.string().optional(),
    isTemplate: z.boolean().optional(),
    locale: z.string().optional(),
    localeCType: z.string().optional(),
    localeCollate: z.string().optional(),
    localeProvider: z.string().optional(),
    schemas: z
      .array(z.strictObject({ ...named, owner: z.string().optional() }))
      .optional(),
    servers: z
      .array(z.strictObject({ ...named, fdw: z.string(), options, usage }))
      .optional(),
    tablespace: z.string().optional(),
    template: z.string().optional(),
  }),
);
