import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex } from '@noble/hashes/utils';
import { isRecord } from '../isRecord';
import type { Tree } from './tree';

/** Digits and letters that could spell words are put out of the way. */
const replacements: Record<string, string> = {
  '0': 'g',
  '1': 'h',
  '3': 'k',
  a: 'm',
  e: 't',
};

/** What kustomize puts behind the name of a generated ConfigMap or Secret: ten characters from its kind and content; the name it means to cover it leaves empty. */
export function hashOf(value: Tree): string {
  const { kind, data, binaryData, type } = value;
  const name = '';
  const covered =
    kind === 'Secret'
      ? { data: data ?? '', kind, name, type: type ?? '' }
      : {
          ...(isRecord(binaryData) ? { binaryData } : {}),
          data: data ?? '',
          kind,
          name,
        };
  return bytesToHex(sha256(new TextEncoder().encode(toGoJson(covered))))
    .slice(0, 10)
    .replace(/[013ae]/g, digit => replacements[digit]);
}

/** JSON as Go writes it: keys sorted, and some characters escaped. */
function toGoJson(value: unknown): string {
  if (isRecord(value)) {
    const entries = Object.keys(value)
      .sort()
      .map(key => `${toGoJson(key)}:${toGoJson(value[key])}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
