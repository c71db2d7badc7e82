import { visitMappings } from '../collect/visitMappings';
import { isRecord } from '../isRecord';
import type { RenderedUnit } from '../RenderedUnit';

const dnsAnnotation = 'external-dns.alpha.kubernetes.io/hostname';

/** Hosts that a unit serves otherwise than by routes: of Ingresses of all kinds, and of what external-dns names; in small letters. */
export function servedHosts({ manifests, values }: RenderedUnit): string[] {
  const served = new Set<string>();
  const add = (text: unknown) => {
    const names = String(text).match(/(\*\.)?([a-z0-9-]+\.)+[a-z0-9-]+/gi);
    names?.forEach(name => served.add(name.toLowerCase()));
  };
  for (const { kind, value } of manifests) {
    if (/^Ingress(Route(TCP)?)?$/.test(kind)) texts(value.spec).forEach(add);
  }
  for (const { value } of [...manifests, ...values]) {
    visitMappings(value, mapping => {
      if (typeof mapping[dnsAnnotation] === 'string') {
        add(mapping[dnsAnnotation]);
      }
    });
  }
  for (const { value } of values) {
    visitMappings(value, ({ ingress }) => texts(ingress).forEach(add));
  }
  return [...served];
}

/** Every text within a value. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return isRecord(value) ? Object.values(value).flatMap(texts) : [];
}
