import { useLanguage } from '@internal/portal-ui';

/** Names in a row, joined as the reader's language joins them. */
export function NameList({ names }: { names: readonly string[] }) {
  const format = new Intl.ListFormat(useLanguage());
  return (
    <>
      {format
        .formatToParts(names)
        .map(({ type, value }, index) =>
          type === 'element' ? <bdi key={index}>{value}</bdi> : value,
        )}
    </>
  );
}
