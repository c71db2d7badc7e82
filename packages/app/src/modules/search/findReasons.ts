import { readFacts, type SearchFact } from './readFacts';

const mostFacts = 4;

/** Why a document was found. */
export interface Reasons {
  description: string;
  /** Facts with what was searched for in them. */
  facts: SearchFact[];
  /** Nothing of it holds what was searched for: only a part of it, or what is spelt alike. */
  isSimilar: boolean;
}

/** Looks for words, in lower case, where people can see them. */
export function findReasons(
  { title, text }: { title: string; text: string },
  words: readonly string[],
): Reasons {
  const { description, facts } = readFacts(text);
  const holdsOne = (shown: string) =>
    words.some(word => shown.toLowerCase().includes(word));
  const found = facts.filter(({ value }) => holdsOne(value));
  return {
    description,
    facts: found.slice(0, mostFacts),
    isSimilar: found.length === 0 && !holdsOne(title) && !holdsOne(description),
  };
}
