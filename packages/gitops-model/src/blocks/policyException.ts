import { z } from 'zod';
import type { YamlValue } from '../edit/yaml/YamlValue';
import type { Finding } from '../finding/Finding';
import { expandNames } from '../profile/expandNames';
import { isOneApps } from '../profile/isOneApps';
import { ownsNamespace } from '../profile/ownsNamespace';
import type { BlockOptions } from '../profile/Profile';
import { isSame } from '../read/memory/isSame';
import { appMetadata, appSelector } from './appLabels';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import { listFile } from './listedFile';
import { removeDocumentOrFile } from './removeDocumentOrFile';
import { sharedDocuments } from './sharedDocuments';

/** `changed`: for the app alone still, but for other rules or kinds than the profile has. */
export type ExceptionState = 'exempted' | 'changed';

const exceptionSchema = z.object({
  spec: z.object({
    exceptions: z.array(
      z.object({ policyName: z.string(), ruleNames: z.array(z.string()) }),
    ),
    match: z.strictObject({
      any: z.tuple([
        z.strictObject({
          resources: z.strictObject({
            kinds: z.array(z.string()),
            namespaces: z.tuple([z.string()]),
            selector: z
              .strictObject({ matchLabels: z.record(z.string(), z.string()) })
              .optional(),
          }),
        }),
      ]),
    }),
  }),
});

/** Rules of Kyverno that the app's pods need not meet: a warning says which, so that a reviewer sees them. */
export const policyException: RetiringBlock<
  'policy-exception',
  ExceptionState
> = {
  write(context, options) {
    const { tree, names } = context;
    const file = expandNames(options.file, names);
    const manifest = {
      apiVersion: 'kyverno.io/v2',
      kind: 'PolicyException',
      metadata: {
        ...appMetadata(names, names.unit),
        ...(options.namespace === undefined
          ? {}
          : { namespace: options.namespace }),
      },
      spec: specOf(context, options),
    };
    const outcome = isOneApps(options.file)
      ? tree.createYaml(file, manifest)
      : tree.addYaml(file, manifest);
    return outcome.ok
      ? [
          ...listFile(context, file, options.list),
          exemption(names.unit, file, options),
        ]
      : fileFinding(file, outcome);
  },

  find(context, options) {
    const found = foundIn(context, options);
    return found ? [found.state] : [];
  },

  retire(context, options) {
    const found = foundIn(context, options);
    if (!found) return [];
    const file = expandNames(options.file, context.names);
    return removeDocumentOrFile(context, options, { file, index: found.index });
  },

  claims: () => [],
};

function specOf(
  { app, layout, names }: BlockContext,
  { kinds, exceptions }: BlockOptions<'policy-exception'>,
) {
  return {
    exceptions: exceptions.map(({ policyName, ruleNames }) => ({
      policyName,
      ruleNames,
    })),
    match: {
      any: [
        {
          resources: {
            kinds,
            namespaces: [names.namespace],
            ...(ownsNamespace(layout, names)
              ? {}
              : { selector: { matchLabels: appSelector(app) } }),
          },
        },
      ],
    },
  } satisfies YamlValue;
}

/** The document that is about this app and no other. */
function foundIn(
  context: BlockContext,
  options: BlockOptions<'policy-exception'>,
): { state: ExceptionState; index: number } | undefined {
  const { tree, names } = context;
  const file = expandNames(options.file, names);
  const own = specOf(context, options);
  const [{ resources }] = own.match.any;
  for (const { document, index } of sharedDocuments(
    { tree },
    file,
    'PolicyException',
    names.unit,
  )) {
    const { data } = exceptionSchema.safeParse(document);
    const match = data?.spec.match.any[0].resources;
    if (
      match &&
      isSame(match.namespaces, resources.namespaces) &&
      isSame(match.selector, resources.selector)
    ) {
      const isAsMeant =
        isSame(match.kinds, resources.kinds) &&
        isSame(data.spec.exceptions, own.exceptions);
      return { state: isAsMeant ? 'exempted' : 'changed', index };
    }
  }
  return undefined;
}

function exemption(
  unit: string,
  file: string,
  { kinds, exceptions }: BlockOptions<'policy-exception'>,
): Finding {
  const rules = exceptions.map(
    ({ policyName, ruleNames }) => `${policyName} (${ruleNames.join(', ')})`,
  );
  return {
    code: 'policy-exempted',
    severity: 'warning',
    message: `Kyverno no longer holds the ${kinds.join(', ')} of ${unit} to ${rules.join(', ')}.`,
    fix: 'Make sure that the app needs this, or take the exception out of the change.',
    file,
  };
}
