/** Text with the words in it marked that were searched for, in lower case. */
export function MarkedText({
  text,
  words,
}: {
  text: string;
  words: readonly string[];
}) {
  const pattern = words
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  // Every other part is what the group caught.
  const parts = pattern ? text.split(new RegExp(`(${pattern})`, 'gi')) : [text];
  return (
    <bdi>
      {parts.map((part, index) =>
        index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
      )}
    </bdi>
  );
}
