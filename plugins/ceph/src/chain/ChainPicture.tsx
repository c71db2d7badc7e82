import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Chain, ChainItem } from '@internal/plugin-ceph-common';
import { CSSProperties, useId, useMemo, useState } from 'react';
import { cephTranslationRef } from '../translation';
import { ChainBox } from './ChainBox';
import { ChainLines } from './ChainLines';
import { PlacedItem } from './layout/ChainLayout';
import { layoutChain } from './layout/layoutChain';
import { tracePaths } from './tracePaths';
import { useChainWords } from './useChainWords';
import styles from './ChainPicture.module.css';

export interface ChainPictureProps {
  chain: Chain;
  /** What stands behind items that were put in the place of several. */
  folds: ReadonlyMap<string, readonly ChainItem[]>;
  /** Shows each of what was put together. */
  onUnfold: () => void;
  /** Entity ref of what the page is about. */
  here?: string;
}

/** Wide pictures grow by so much before space is left beside them. */
const mostStretch = 2;

/** The chain in columns; pointing at an item, or focusing it, shows its paths both ways. */
export function ChainPicture(props: ChainPictureProps) {
  const { chain, folds, onUnfold, here } = props;
  const { t } = useTranslationRef(cephTranslationRef);
  const words = useChainWords();
  const id = useId();
  const layout = useMemo(() => layoutChain(chain), [chain]);
  const [pointed, setPointed] = useState<string>();
  const [pinned, setPinned] = useState<string>();
  const chosen = pointed ?? pinned;
  const traced = useMemo(
    () =>
      chosen === undefined ? undefined : tracePaths(chain.links, [chosen]),
    [chain, chosen],
  );
  const share = (pixels: number) => `${(100 * pixels) / layout.width}%`;
  const placeOf = ({ x, y, width, height }: PlacedItem): CSSProperties => ({
    insetInlineStart: share(x),
    insetBlockStart: y,
    inlineSize: share(width),
    blockSize: height,
  });

  return (
    <div className={styles.frame}>
      <div
        className={styles.picture}
        style={{
          minInlineSize: layout.width,
          maxInlineSize: layout.width * mostStretch,
        }}
      >
        <div className={styles.heads}>
          {layout.columns.map(({ kinds, x, width }, column) => (
            <span
              key={x}
              id={`${id}-${column}`}
              className={styles.head}
              style={{ insetInlineStart: share(x), inlineSize: share(width) }}
            >
              {words.kinds(kinds)}
            </span>
          ))}
        </div>
        <div className={styles.body} style={{ blockSize: layout.height }}>
          <ChainLines layout={layout} traced={traced} />
          <ol aria-label={t('chain.label')} className={styles.columns}>
            {layout.columns.map(({ items, x }, column) => (
              <li key={x}>
                <ul aria-labelledby={`${id}-${column}`}>
                  {items.map(placed => (
                    <li
                      key={placed.item.id}
                      className={styles.box}
                      style={placeOf(placed)}
                      data-traced={traced?.has(placed.item.id)}
                      data-here={isHere(placed.item, here)}
                      onPointerEnter={() => setPointed(placed.item.id)}
                      onPointerLeave={() => setPointed(undefined)}
                      onFocus={() => setPointed(placed.item.id)}
                      onBlur={() => setPointed(undefined)}
                    >
                      <ChainBox
                        placed={placed}
                        fold={folds.get(placed.item.id)}
                        isHere={isHere(placed.item, here)}
                        isPinned={pinned === placed.item.id}
                        onPress={() =>
                          folds.has(placed.item.id)
                            ? onUnfold()
                            : setPinned(before =>
                                before === placed.item.id
                                  ? undefined
                                  : placed.item.id,
                              )
                        }
                      />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </div>
  );
}

function isHere({ entityRef }: ChainItem, here: string | undefined): boolean {
  return here !== undefined && entityRef === here;
}
