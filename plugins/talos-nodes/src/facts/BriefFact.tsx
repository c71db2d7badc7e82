import { Fact } from '@internal/plugin-talos-nodes-common';
import { ReactNode } from 'react';
import { Unknown } from './Unknown';
import { useFactWords } from './useFactWords';

/** A fact where there is little room: its source, or why it is not known, by hovering. */
export function BriefFact<T>(props: {
  fact: Fact<T>;
  children: (value: T) => ReactNode;
}) {
  const { fact, children } = props;
  const words = useFactWords()(fact);
  return fact.known ? (
    <span title={words}>{children(fact.value)}</span>
  ) : (
    <Unknown reason={fact.reason} />
  );
}
