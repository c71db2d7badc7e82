import { createHash } from 'node:crypto';
import type { AccountClaims } from 'oidc-provider';
import type { Person } from '../world/World';

/** The `sub` of a person: a UUID as in Keycloak, the same in every run. */
export function toSubject(person: Person): string {
  const hex = createHash('sha256').update(person.username).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

export function findPersonBySubject(
  people: Person[],
  subject: string,
): Person | undefined {
  return people.find(person => toSubject(person) === subject);
}

/** The claims Keycloak's built-in `profile` and `email` scopes and a groups mapper give. */
export function toClaims(person: Person): AccountClaims {
  const [givenName, ...familyNames] = person.displayName.split(' ');
  return {
    sub: toSubject(person),
    preferred_username: person.username,
    name: person.displayName,
    given_name: givenName,
    family_name: familyNames.join(' '),
    email: person.email,
    email_verified: true,
    groups: person.groups,
  };
}
