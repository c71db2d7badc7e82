import { z } from 'zod';
import { valueAt } from '../edit/yaml/setValue';
import type { YamlPath } from '../edit/yaml/YamlValue';
import { isRecord } from '../read/isRecord';
import { resourcesOf, variablesOf } from './containerParts';
import type {
  DocumentPlace,
  ImageText,
  Workload,
  WorkloadContainer,
} from './workload';

const containerSchema = z.object({
  image: z.object({
    repository: z.string(),
    tag: z.coerce.string().optional(),
    digest: z.string().optional(),
  }),
  env: z.unknown().optional(),
  resources: z.unknown().optional(),
});
const controllerSchema = z.object({
  type: z.string().default('deployment'),
  replicas: z.number().nullish(),
  containers: z.record(z.string(), z.unknown()),
});

/** Where an object carries a chart's values; a values file is all values. */
const valuesPaths: Readonly<Record<string, YamlPath>> = {
  HelmRelease: ['spec', 'values'],
};

/** `undefined` where a document holds no values. */
function valuesPathOf({ kind }: Record<string, unknown>): YamlPath | undefined {
  if (kind === undefined) return [];
  return typeof kind === 'string' && Object.hasOwn(valuesPaths, kind)
    ? valuesPaths[kind]
    : undefined;
}

/** Controllers of bjw-s' app-template, in a values file or in the values of a HelmRelease. */
export function valuesWorkloads(
  document: unknown,
  place: DocumentPlace,
): Workload[] {
  if (!isRecord(document)) return [];
  const at = valuesPathOf(document);
  if (!at) return [];
  const path = [...at, 'controllers'];
  const controllers = valueAt(document, path);
  return Object.entries(isRecord(controllers) ? controllers : {}).flatMap(
    ([name, value]): Workload[] => {
      const { data } = controllerSchema.safeParse(value);
      if (!data) return [];
      const here = [...path, name];
      const containers = Object.entries(data.containers).flatMap(
        ([container, parts]) =>
          toContainer(container, parts, [...here, 'containers', container]),
      );
      return containers.length === 0
        ? []
        : [
            {
              ...place,
              kind: data.type,
              name,
              replicas: data.replicas ?? undefined,
              replicasPath: [...here, 'replicas'],
              valuesPath: at,
              containers,
            },
          ];
    },
  );
}

function toContainer(
  name: string,
  value: unknown,
  path: YamlPath,
): WorkloadContainer[] {
  const { data } = containerSchema.safeParse(value);
  if (!data) return [];
  const { repository, tag, digest } = data.image;
  return [
    {
      name,
      path,
      image: [
        repository,
        ...(tag === undefined ? [] : [`:${tag}`]),
        ...(digest === undefined ? [] : [`@${digest}`]),
      ].join(''),
      imageTexts: image => imageTexts(image, [...path, 'image'], data.image),
      resources: resourcesOf(data.resources),
      env: variablesOf(data.env),
      envForm: Array.isArray(data.env) ? 'list' : 'map',
    },
  ];
}

/** The parts of an image, as the chart joins them again; a digest that is not asked for goes. */
function imageTexts(
  image: string,
  path: YamlPath,
  before: { digest?: string },
): ImageText[] {
  const [named, digest] = image.split('@');
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const repository = colon === -1 ? named : named.slice(0, colon);
  const tag = colon === -1 ? undefined : named.slice(colon + 1);
  return before.digest === undefined
    ? [
        { path: [...path, 'repository'], value: repository },
        {
          path: [...path, 'tag'],
          value: [tag, digest].filter(part => part !== undefined).join('@'),
        },
      ]
    : [
        { path: [...path, 'repository'], value: repository },
        { path: [...path, 'tag'], value: tag },
        { path: [...path, 'digest'], value: digest },
      ];
}
