import { directoryOf } from '../edit/directoryOf';
import type { HclBlock } from '../edit/hcl/HclBlock';
import { type HclReading, readHclBlocks } from '../edit/hcl/readHclBlocks';
import { type HclMap, readHclMap } from '../edit/hcl/readHclMap';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import type { BlockContext } from './Block';
import { vaultTarget } from './vaultTarget';

/** A path of Vault that Terraform writes. */
export interface VaultSecret {
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
  /** Files that may write any key, and why nobody can tell. */
  doubts: { file: string; reason: string }[];
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
  const listed = tree.list(directory);
  const readings = listed
    .filter(isTerraform)
    .map(path => ({ file: path, reading: readHclBlocks(textAt(path)) }));
  const blocks = readings.flatMap(blocksOf);
  const mount = profile.secrets.mount ?? '';
  const secrets = secretsIn(blocks, mount);
  const secretElsewhere = (key: string) =>
    secretsIn(
      tree
        .listAll()
        .filter(path => isTerraform(path) && directoryOf(path) !== directory)
        .filter(path => textAt(path).includes(key))
        .map(path => ({ file: path, reading: readHclBlocks(textAt(path)) }))
        .flatMap(blocksOf),
      mount,
    ).find(secret => secret.key === key);
  return {
    file,
    variablesFile: expandNames(options.variablesFile, names),
    blocks,
    texts: readings.map(({ file: path }) => textAt(path)),
    secrets,
    doubts: [
      ...listed.filter(isJson).map(path => ({
        file: path,
        reason: 'Terraform in JSON cannot be edited here',
      })),
      ...readings.flatMap(({ file: path, reading }) =>
        reading.ok ? [] : [{ file: path, reason: reading.reason }],
      ),
      ...doubtfulIn(blocks, mount),
    ],
    secretAt: key =>
      secrets.find(secret => secret.key === key) ?? secretElsewhere(key),
    readText: () => textAt(file),
  };
}

function isTerraform(path: string): boolean {
  return path.endsWith('.tf');
}

function isJson(path: string): boolean {
  return path.endsWith('.tf.json');
}

function blocksOf({ file, reading }: { file: string; reading: HclReading }) {
  return reading.ok ? reading.blocks.map(block => ({ file, block })) : [];
}

function secretsIn(blocks: VaultStack['blocks'], mount: string): VaultSecret[] {
  const all = blocks.map(({ block }) => block);
  return blocks.flatMap(found => {
    const target = vaultTarget(found.block, mount, all);
    const data = found.block.attributes.data_json;
    return target.kind === 'key'
      ? [{ ...found, key: target.key, map: data && readHclMap(data) }]
      : [];
  });
}

function doubtfulIn(
  blocks: VaultStack['blocks'],
  mount: string,
): VaultStack['doubts'] {
  const all = blocks.map(({ block }) => block);
  return blocks
    .filter(({ block }) => vaultTarget(block, mount, all).kind === 'unknown')
    .map(({ file, block: { labels } }) => ({
      file,
      reason: `its resource ${labels.join('.')} writes to a path that only Terraform can tell`,
    }));
}

/** Whether a block declares a variable. */
export function isVariable({ type, labels }: HclBlock, name: string): boolean {
  return type === 'variable' && labels[0] === name;
}
