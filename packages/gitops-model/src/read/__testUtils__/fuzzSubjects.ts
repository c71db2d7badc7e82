import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Profile } from '../../profile/Profile';
import { parseProfile } from '../../profile/parseProfile';
import type { Files } from './mutateFiles';

const root = resolve(__dirname, '../../../../..');

/** A repository to be damaged: a name, its files, how it is read. */
export interface FuzzSubject {
  name: string;
  files: Files;
  profile: Profile;
}

/** Addresses under which the corpora name themselves. */
const ownUrls: Record<string, string> = {
  pitower: 'https://github.com/swibrow/home-ops.git',
  monosense: 'https://github.com/monosense-io/k8s-gitops',
};

/** Names of the sandbox's repositories on its forge. */
const sandboxNames: Record<string, string> = {
  'edgit-k8s': 'edgit-k8s',
  pitower: 'home-ops',
  monosense: 'k8s-gitops',
};

/** Directories of the repositories that are there: the sandbox's, and real ones beside the checkout. */
export const fuzzDirectories: Record<string, string> = Object.fromEntries([
  ...readdirSync(join(root, 'packages/sandbox/repositories')).map(name => [
    `sandbox ${name}`,
    join(root, 'packages/sandbox/repositories', name),
  ]),
  ...Object.keys(ownUrls)
    .map(name => [
      `corpus ${name}`,
      join(root, '../shared/corpus', name, 'tree'),
    ])
    .filter(([, directory]) => existsSync(directory)),
]);

export function readFuzzSubject(name: string): FuzzSubject {
  const directory = fuzzDirectories[name];
  const platform = name.split(' ').at(-1) ?? '';
  const files = new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [relative(directory, path), readFileSync(path)]),
  );
  const url = name.startsWith('corpus')
    ? ownUrls[platform]
    : `http://localhost:7401/${platform === 'edgit-k8s' ? 'edgit' : platform}/${sandboxNames[platform]}.git`;
  const profile: unknown = parse(
    readFileSync(join(root, 'platforms', `${platform}.yaml`), 'utf8'),
  );
  return { name, files, profile: parseProfile(profile, url) };
}
