import { readHclBlocks } from '../edit/hcl/readHclBlocks';
import type { BlockContext } from './Block';
import { vaultResource, vaultVariable } from './vaultNames';
import type { VaultPath } from './vaultPath';
import { isVariable, type VaultStack } from './vaultStack';

/** Why fields cannot be added to a path of Vault, and in which file; `undefined` where they can. */
export function obstacleTo(
  { tree, app, profile }: BlockContext,
  { file, variablesFile, blocks, doubts, secretAt }: VaultStack,
  { key, fields }: VaultPath,
): { file: string; reason: string } | undefined {
  if (profile.secrets.mount === undefined) {
    return { file, reason: 'the profile names no mount of the secret store' };
  }
  for (const path of [file, variablesFile]) {
    const text = tree.readText(path);
    if (text === undefined) {
      return { file: path, reason: 'there is no such text file' };
    }
    const reading = readHclBlocks(text);
    if (!reading.ok) return { file: path, reason: reading.reason };
  }
  const secret = secretAt(key);
  if (secret && secret.file !== file) {
    return { file: secret.file, reason: `it is the one that writes ${key}` };
  }
  if (secret && !secret.map) {
    return { file, reason: `what it writes to ${key} is no plain map` };
  }
  // What may write the same key would be overwritten by a second resource, or overwrite it.
  const [doubt] = doubts;
  if (!secret && doubt) {
    const { file: doubtful, reason } = doubt;
    return { file: doubtful, reason: `${reason}, and it may write ${key}` };
  }
  const resource = vaultResource(app, key);
  const isTaken = blocks.some(
    ({ block: { labels } }) =>
      labels[0] === 'vault_kv_secret_v2' && labels[1] === resource,
  );
  if (!secret && isTaken) {
    return { file, reason: `it has a resource named ${resource} already` };
  }
  const variables = fields
    .filter(({ text }) => text === undefined)
    .map(({ property }) => vaultVariable(app, key, property));
  // The value of a variable that is there may be somebody else's.
  const held = variables.find(
    (name, at) =>
      variables.indexOf(name) !== at ||
      blocks.some(({ block }) => isVariable(block, name)),
  );
  return held === undefined
    ? undefined
    : {
        file: variablesFile,
        reason: `there is a variable named ${held} already, whose value may be another app’s`,
      };
}
