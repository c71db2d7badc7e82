import styles from './UseBar.module.css';

/** How much of something is taken; the words beside it say the same. */
export function UseBar(props: { share: number; isNearFull?: boolean }) {
  const percent = Math.min(100, Math.max(0, props.share * 100));
  return (
    <span
      className={styles.track}
      data-full={props.isNearFull || undefined}
      aria-hidden="true"
    >
      <span className={styles.fill} style={{ inlineSize: `${percent}%` }} />
    </span>
  );
}
