/** What an app is found by besides its name. */
export interface SearchFact {
  kind: 'host' | 'namespace' | 'image' | 'secretKey';
  value: string;
}

/** The sentences that the backend of platforms ends an app's text with. */
const kinds = {
  Hosts: 'host',
  Namespace: 'namespace',
  Images: 'image',
  'Secret keys': 'secretKey',
} as const;
const title = /(?:^|\s)(Hosts|Namespace|Images|Secret keys): /;

/** Takes the text of a search document apart into description and facts. */
export function readFacts(text: string): {
  description: string;
  facts: SearchFact[];
} {
  const [description, ...parts] = text.split(title);
  const facts: SearchFact[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const kind = Object.entries(kinds).find(([name]) => name === parts[index]);
    if (!kind) continue;
    const values = parts[index + 1].replace(/\.$/, '').split(', ');
    facts.push(...values.map(value => ({ kind: kind[1], value })));
  }
  return { description, facts };
}
