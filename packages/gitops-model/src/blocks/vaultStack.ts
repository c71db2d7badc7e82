import { directoryOf } from '../edit/directoryOf';
import type { HclBlock } from '../edit/hcl/HclBlock';
import { readHclBlocks } from '../edit/hcl/readHclBlocks';
import { type HclMap, readHclMap } from '../edit/hcl/readHclMap';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import type { BlockContext } from './Block';

/** A path of Vault that Terraform writes. */
interface VaultSecret {
  file: string;
  block: HclBlock;
  /** As an app reads it, without the mount. */
  key: string;
  /** Its fields; `undefined` where they are no plain map. */
  map?: HclMap;
}

/** A Terraform stack that writes to Vault: all files of one directory, as far as they can be read. */
export interface VaultStack {
  file: string;
  variablesFile: string;
  blocks: { file: string; block: HclBlock }[];
  texts: string[];
  secrets: VaultSecret[];
  /** The one of a key, also where another stack of the repository writes it. */
  secretAt(key: string): VaultSecret | undefined;
  /** The text of `file`. */
  readText(): string;
}

export function vaultStack(
  { tree, profile, names }: BlockContext,
  options: BlockOptions<'vault-path'>,
): VaultStack {
  const file = expandNames(options.file, names);
  const directory = directoryOf(file);
  const textAt = (path: string) => tree.readText(path) ?? '';
  const files = tree.list(directory).filter(isTerraform);
  const blocks = files.flatMap(path => blocksIn(path, textAt(path)));
  const mount = profile.secrets.mount ?? '';
  const secrets = secretsIn(blocks, mount);
  const secretElsewhere = (key: string) =>
    secretsIn(
      tree
        .listAll()
        .filter(path => isTerraform(path) && directoryOf(path) !== directory)
        .map(path => ({ path, text: textAt(path) }))
        .filter(({ text }) => text.includes(key))
        .flatMap(({ path, text }) => blocksIn(path, text)),
      mount,
    ).find(secret => secret.key === key);
  return {
    file,
    variablesFile: expandNames(options.variablesFile, names),
    blocks,
    texts: files.map(textAt),
    secrets,
    secretAt: key =>
      secrets.find(secret => secret.key === key) ?? secretElsewhere(key),
    readText: () => textAt(file),
  };
}

function isTerraform(path: string): boolean {
  return path.endsWith('.tf');
}

function blocksIn(file: string, text: string): VaultStack['blocks'] {
  const reading = readHclBlocks(text);
  return reading.ok ? reading.blocks.map(block => ({ file, block })) : [];
}

function secretsIn(blocks: VaultStack['blocks'], mount: string): VaultSecret[] {
  return blocks.flatMap(found => {
    const key = keyOf(found.block, mount);
    const data = found.block.attributes.data_json;
    return key === undefined
      ? []
      : [{ ...found, key, map: data && readHclMap(data) }];
  });
}

/** Whether a block declares a variable. */
export function isVariable({ type, labels }: HclBlock, name: string): boolean {
  return type === 'variable' && labels[0] === name;
}

function keyOf(
  { type, labels, attributes }: HclBlock,
  mount: string,
): string | undefined {
  if (type !== 'resource') return undefined;
  const literalOf = (name: string) => {
    const literal = attributes[name]?.literal;
    return typeof literal === 'string' ? literal : undefined;
  };
  if (labels[0] === 'vault_kv_secret_v2') {
    // A mount that is a reference is taken for the store's own.
    const isOwn = [undefined, mount].includes(literalOf('mount'));
    return isOwn ? literalOf('name') : undefined;
  }
  const path = literalOf('path');
  return labels[0] === 'vault_generic_secret' && path?.startsWith(`${mount}/`)
    ? path.slice(mount.length + 1)
    : undefined;
}
