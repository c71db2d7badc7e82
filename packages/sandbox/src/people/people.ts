import type { Person } from '../world/World';

export interface Team {
  /** Group name at the identity provider and in the catalog, such as `atlas`. */
  name: string;
  displayName: string;
  description: string;
}

/** The teams of the simulated organisation. */
export const teams: Team[] = [
  {
    name: 'atlas',
    displayName: 'Atlas',
    description: 'Builds and runs the office and analytics services',
  },
  {
    name: 'borealis',
    displayName: 'Boréalis',
    description: 'Builds and runs search, memory and language services',
  },
  {
    name: 'platform',
    displayName: 'Platform',
    description: 'Runs the clusters and reviews every change to them',
  },
];

/** Everybody who can sign in; the catalog names the same in `catalog/people.yaml`. */
export const people: Person[] = [
  {
    username: 'ada',
    displayName: 'Ada Lindqvist',
    email: 'ada@example.com',
    groups: ['atlas'],
  },
  {
    username: 'boris',
    displayName: 'Boris Amsel',
    email: 'boris@example.com',
    groups: ['borealis'],
  },
  {
    username: 'petra',
    displayName: 'Petra Okafor',
    email: 'petra@example.com',
    groups: ['platform'],
  },
];
