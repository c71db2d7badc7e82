import { z } from 'zod';
import type { Finding } from '../../finding/Finding';
import { parseYamlOnce } from '../../read/documents/parseYamlOnce';
import { isLiteral } from '../../read/inspect/isLiteral';
import type { DeploymentUnit } from '../../read/RepositoryModel';
import { isYamlFile } from '../readManifests';
import type { Side } from './Change';

const serviceSchema = z.object({
  apiVersion: z.literal('v1'),
  kind: z.literal('Service'),
  metadata: z.object({ name: z.string(), namespace: z.string().optional() }),
  spec: z.object({
    type: z.string().optional(),
    ports: z.array(z.object({ port: z.number() })).default([]),
  }),
});
type Service = z.infer<typeof serviceSchema>;

/**
 * Backends of routes whose Service stands in Git and does not have the port,
 * or that no Service is for where none could come from a chart.
 */
export function checkBackends({ snapshot, model }: Side): Finding[] {
  const services = new Map<DeploymentUnit, Service[]>();
  const servicesOf = (unit: DeploymentUnit) => {
    const found = services.get(unit) ?? servicesIn(unit, snapshot);
    services.set(unit, found);
    return found;
  };
  return model.routes.flatMap(route => {
    const { cluster, app, source, backends } = route;
    return backends.flatMap(({ name, port, ...backend }): Finding[] => {
      const namespace = backend.namespace ?? route.namespace;
      if (!isLiteral(name) || namespace === undefined) return [];
      const units = model.units.filter(
        unit =>
          unit.wired &&
          unit.cluster === cluster &&
          (unit.namespace === namespace || unit.name === route.unit),
      );
      const named = units
        .flatMap(servicesOf)
        .filter(
          ({ metadata }) =>
            metadata.name === name &&
            (metadata.namespace ?? namespace) === namespace,
        );
      const at = { cluster, app, ...source };
      if (named.length === 0) {
        const mayBeElsewhere =
          units.some(
            ({ charts, paths, buildable }) =>
              charts.length > 0 || paths.length === 0 || !buildable,
          ) || !model.units.some(unit => unit.app === app);
        return mayBeElsewhere ? [] : [missing(name, namespace, at)];
      }
      const has = named.some(({ spec }) =>
        spec.ports.some(entry => entry.port === port),
      );
      return has || port === undefined
        ? []
        : [
            {
              code: 'backend-port-unknown',
              severity: 'error',
              message: `The Service ${name} has no port ${port}, which the route leads to.`,
              fix: `Lead to a port of the Service: ${portsOf(named).join(', ') || 'it has none'}.`,
              ...at,
            },
          ];
    });
  });
}

function missing(
  name: string,
  namespace: string,
  at: Pick<Finding, 'app' | 'cluster' | 'file' | 'line'>,
): Finding {
  return {
    code: 'backend-missing',
    severity: 'warning',
    message: `The route leads to the Service ${name}, which nothing in the namespace ${namespace} creates.`,
    fix: 'Correct the name, or add the Service.',
    ...at,
  };
}

function portsOf(services: readonly Service[]): number[] {
  return services.flatMap(({ spec }) => spec.ports.map(({ port }) => port));
}

function servicesIn(
  { paths }: DeploymentUnit,
  snapshot: Side['snapshot'],
): Service[] {
  return [...snapshot.files].flatMap(([path, { oid }]) => {
    if (!isYamlFile(path) || !paths.some(own => path.startsWith(`${own}/`))) {
      return [];
    }
    const text = snapshot.readText(path);
    if (!text || !/\bkind["']?\s*:\s*["']?Service\b/.test(text)) return [];
    return parseYamlOnce(oid, text).documents.flatMap(
      ({ value }) => serviceSchema.safeParse(value).data ?? [],
    );
  });
}
