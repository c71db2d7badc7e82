import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, VisuallyHidden } from '@backstage/ui';
import { ChainItem } from '@internal/plugin-ceph-common';
import { StatusIcon } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';
import { chainTones, shapeOfState } from './ChainStateLabel';
import { PlacedItem } from './layout/ChainLayout';
import { useChainWords } from './useChainWords';
import { useEntityPath } from './useEntityPath';
import styles from './ChainPicture.module.css';

export interface ChainBoxProps {
  placed: PlacedItem;
  /** What the box stands for, where that is several items. */
  fold?: readonly ChainItem[];
  /** Whether the page is about it. */
  isHere: boolean;
  /** Whether its paths are kept on screen. */
  isPinned: boolean;
  /** Keeps its paths, or shows each of what it stands for. */
  onPress: () => void;
}

const madeUp = /^pvc-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One item of the picture: a link to its entity, or a button that keeps its paths. */
export function ChainBox(props: ChainBoxProps) {
  const { placed, fold, isHere, isPinned, onPress } = props;
  const { item, isCompact } = placed;
  const { t } = useTranslationRef(cephTranslationRef);
  const words = useChainWords();
  const href = useEntityPath()(item.entityRef);
  const name = fold ? words.fold(fold) : item.label;
  // The name of a volume that was made for a claim tells nobody anything.
  const isMadeUp = !fold && item.detail !== undefined && madeUp.test(name);
  const label = isMadeUp ? item.detail : name;
  const state = t(`chain.state.${item.state}`);
  const second = [
    item.state === 'ok' ? undefined : state,
    fold ? t('chain.fold.open') : !isMadeUp && item.detail,
  ].filter(Boolean);
  const hasSecond = second.length > 0;
  const title = [name, item.detail, state].filter(Boolean).join('\n');
  const content = (
    <>
      <span className={styles.name}>
        <StatusIcon
          tone={chainTones[item.state]}
          shape={shapeOfState(item.state)}
        />
        <bdi
          className={styles.label}
          data-wraps={isCompact || !hasSecond}
          data-small={isCompact}
        >
          {label}
        </bdi>
        {isMadeUp && <VisuallyHidden>, {name}</VisuallyHidden>}
        {(isCompact || item.state === 'ok') && (
          <VisuallyHidden>, {state}</VisuallyHidden>
        )}
      </span>
      {hasSecond && !isCompact && (
        <span className={styles.detail}>
          <bdi>{second.join(' · ')}</bdi>
        </span>
      )}
    </>
  );
  return href ? (
    <Link
      className={styles.link}
      href={href}
      title={title}
      aria-current={isHere ? 'true' : undefined}
    >
      {content}
    </Link>
  ) : (
    <button
      type="button"
      className={styles.button}
      title={title}
      aria-pressed={fold ? undefined : isPinned}
      onClick={onPress}
    >
      {content}
    </button>
  );
}
