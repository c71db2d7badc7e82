import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { people, teams } from './people';

const entities = parseAllDocuments(
  readFileSync(join(__dirname, '../../catalog/people.yaml'), 'utf8'),
).map(document => document.toJS());

it('gives the catalog the same people and teams as the identity provider', () => {
  const expected = [
    ...teams.map(team => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: team.name, description: team.description },
      spec: {
        type: 'team',
        profile: { displayName: team.displayName },
        children: [],
        members: people
          .filter(person => person.groups.includes(team.name))
          .map(person => person.username),
      },
    })),
    ...people.map(person => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: person.username },
      spec: {
        profile: { displayName: person.displayName, email: person.email },
        memberOf: person.groups,
      },
    })),
  ];
  expect(entities).toEqual(expected);
});
