import { z } from 'zod';
import { list, name, path } from './profileTexts';

/**
 * What brings `images.pullSecret` into the namespace of an app, from two fields
 * of one key of the secret store.
 */
const pullSecret = z.strictObject({
  block: z.literal('pull-secret'),
  /** The app's own; where apps share a namespace, one of that namespace. */
  file: path,
  list,
  key: z.string().min(1),
  usernameProperty: z.string().default('username'),
  passwordProperty: z.string().default('password'),
  refreshInterval: z.string(),
});

/** Rules of Kyverno that the pods of an app need not meet. */
const policyException = z.strictObject({
  block: z.literal('policy-exception'),
  file: path,
  list,
  /** Where Kyverno looks for exceptions, if not in the namespaces of the apps. */
  namespace: name.optional(),
  /** Kinds of workloads that it is for. */
  kinds: z
    .array(
      z.enum([
        'CronJob',
        'DaemonSet',
        'Deployment',
        'Job',
        'Pod',
        'ReplicaSet',
        'StatefulSet',
      ]),
    )
    .min(1),
  exceptions: z
    .array(
      z.strictObject({
        policyName: name,
        /** In full, with `autogen-` before those that Kyverno derives for the owners of pods. */
        ruleNames: z
          .array(
            z
              .string()
              .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must name one rule'),
          )
          .min(1),
      }),
    )
    .min(1),
});

export const policyBlockOptions = [pullSecret, policyException] as const;
