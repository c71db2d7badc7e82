import { stringify } from 'yaml';

/** One resource at one version of it; never changed, only replaced. */
export interface CosiResource {
  namespace: string;
  type: string;
  id: string;
  version: number;
  owner: string;
  phase: 'running' | 'tearingDown';
  created: Date;
  updated: Date;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  spec: unknown;
  /** Stands on the wire instead of the spec's own YAML. */
  yamlSpec?: Uint8Array;
}

/** As `cosi.resource.Resource` wants it. */
export function toWireResource(resource: CosiResource) {
  return {
    metadata: {
      namespace: resource.namespace,
      type: resource.type,
      id: resource.id,
      version: String(resource.version),
      owner: resource.owner,
      phase: resource.phase,
      created: toTimestamp(resource.created),
      updated: toTimestamp(resource.updated),
      labels: resource.labels,
      annotations: resource.annotations,
    },
    spec: { yaml_spec: resource.yamlSpec ?? toYamlSpec(resource.spec) },
  };
}

/** What stands for a resource that is not there: no spec. */
export function toTombstone(namespace: string, type: string, id: string) {
  return {
    metadata: { namespace, type, id, version: 'undefined', phase: 'running' },
  };
}

export function toTimestamp(date: Date) {
  const milliseconds = date.getTime();
  return {
    seconds: String(Math.floor(milliseconds / 1000)),
    nanos: (milliseconds % 1000) * 1_000_000,
  };
}

function toYamlSpec(spec: unknown): Uint8Array {
  return Buffer.from(
    stringify(spec, { indent: 4, lineWidth: 0, aliasDuplicateObjects: false }),
  );
}
