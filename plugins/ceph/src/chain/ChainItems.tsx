import { Link } from '@backstage/ui';
import { ChainItem } from '@internal/plugin-ceph-common';
import { SmallText } from '@internal/portal-ui';
import { useChainWords } from './useChainWords';
import { useEntityPath } from './useEntityPath';

/** A cell stays readable with so many. */
const mostShown = 4;

/** Items of a row, as links where they have entities. */
export function ChainItems({ items }: { items: readonly ChainItem[] }) {
  const pathOf = useEntityPath();
  const words = useChainWords();
  return (
    <>
      {items.slice(0, mostShown).map(item => {
        const href = pathOf(item.entityRef);
        return (
          <span key={item.id}>
            {href ? (
              <Link href={href}>
                <bdi>{item.label}</bdi>
              </Link>
            ) : (
              <bdi>{item.label}</bdi>
            )}
            {item.detail && (
              <>
                {' '}
                <SmallText>
                  <bdi>{item.detail}</bdi>
                </SmallText>
              </>
            )}
          </span>
        );
      })}
      {items.length > mostShown && (
        <SmallText>{words.more(items.length - mostShown)}</SmallText>
      )}
    </>
  );
}
