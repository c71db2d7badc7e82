import type { ForgeRepository } from '../ForgeClient';

/** The two parts of a repository's address. */
export function ownerAndName({ url }: ForgeRepository): {
  owner: string;
  name: string;
} {
  const [owner = '', name = ''] = new URL(url).pathname
    .split('/')
    .filter(segment => segment !== '');
  return { owner, name };
}
