import { visitMappings } from '../collect/visitMappings';
import { isRecord } from '../isRecord';
import type { RenderedUnit } from '../RenderedUnit';
import type { Host } from '../RepositoryModel';

const dnsAnnotation = 'external-dns.alpha.kubernetes.io/hostname';

/** Hosts of routes, of Ingresses of all kinds, and of Services that have a name of their own. */
export function servedHosts(
  wired: readonly RenderedUnit[],
  hosts: readonly Host[],
): Set<string> {
  const served = new Set(hosts.map(({ host }) => host.toLowerCase()));
  const add = (text: unknown) => {
    const names = String(text).match(/(\*\.)?([a-z0-9-]+\.)+[a-z0-9-]+/gi);
    names?.forEach(name => served.add(name.toLowerCase()));
  };
  for (const { manifests, values } of wired) {
    for (const { kind, value } of manifests) {
      if (/^Ingress(Route(TCP)?)?$/.test(kind)) texts(value.spec).forEach(add);
    }
    const holders = [...manifests, ...values].map(({ value }) => value);
    for (const holder of holders) {
      visitMappings(holder, mapping => {
        if (typeof mapping[dnsAnnotation] === 'string') {
          add(mapping[dnsAnnotation]);
        }
      });
    }
    for (const { value } of values) {
      visitMappings(value, ({ ingress }) => texts(ingress).forEach(add));
    }
  }
  return served;
}

/** Every text within a value. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return isRecord(value) ? Object.values(value).flatMap(texts) : [];
}
