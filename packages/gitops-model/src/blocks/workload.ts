import type { YamlPath } from '../edit/yaml/YamlValue';
import type { PlanTree } from '../plan/PlanTree';
import { autoscalersIn } from './autoscalers';
import { manifestWorkload } from './manifestWorkload';
import { valuesWorkloads } from './valuesWorkloads';

/** Where a document stands in the repository. */
export interface DocumentPlace {
  file: string;
  /** Which document of the file. */
  index: number;
}

/** Pods as they are written in Git, whoever wrote it: a manifest, or a controller in a chart's values. */
export interface Workload extends DocumentPlace {
  kind: string;
  name: string;
  /** Absent where Git leaves it to Kubernetes or to an autoscaler. */
  replicas?: number;
  replicasPath: YamlPath;
  containers: WorkloadContainer[];
  /** Where the pod template stands, in a manifest. */
  podPath?: YamlPath;
  /** Where the chart's values stand, outside manifests. */
  valuesPath?: YamlPath;
  /** Name of what sets the replicas instead of Git. */
  autoscaler?: string;
}

export interface WorkloadContainer {
  name: string;
  path: YamlPath;
  /** Whole, with tag and digest. */
  image: string;
  /** Texts of the document that make up the image for another one. */
  imageTexts(image: string): ImageText[];
  resources: Resources;
  env: Variable[];
  /** Variables are a list of names and values, or a map. */
  envForm: 'list' | 'map';
}

/** One without a value has to go. */
export interface ImageText {
  path: YamlPath;
  value?: string;
}

export interface Resources {
  requests: Record<string, string>;
  limits: Record<string, string>;
}

/** Without a value it is filled from elsewhere, such as a Secret. */
export interface Variable {
  name: string;
  value?: string;
  /** Of the entry in its list or map. */
  key: string | number;
}

type Tree = Pick<PlanTree, 'list' | 'readYaml'>;

/** The workloads that lie right inside one of these directories. */
export function findWorkloads(
  tree: Tree,
  directories: readonly string[],
): Workload[] {
  const documents = documentsIn(tree, directories);
  const autoscalers = autoscalersIn(documents);
  return documents
    .flatMap(({ document, ...place }) => {
      const manifest = manifestWorkload(document, place);
      return manifest ? [manifest] : valuesWorkloads(document, place);
    })
    .map(workload => {
      const isScaled = autoscalers.some(
        ({ target }) =>
          target.kind === workload.kind && target.name === workload.name,
      );
      return isScaled
        ? { ...workload, autoscaler: 'HorizontalPodAutoscaler' }
        : workload;
    });
}

/** Every YAML document right inside these directories. */
export function documentsIn(
  tree: Tree,
  directories: readonly string[],
): (DocumentPlace & { document: unknown })[] {
  const files = directories
    .flatMap(directory => tree.list(directory))
    .filter(file => /\.ya?ml$/.test(file));
  return [...new Set(files)].flatMap(file =>
    tree.readYaml(file).map((document, index) => ({ file, index, document })),
  );
}
