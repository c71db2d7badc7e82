import styles from './PortalMark.module.css';

/** The portal's mark; decoration, the name stands beside it. */
export function PortalMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M6 23V9l10-5 10 5v14l-10 5z" />
      <path d="M6 9l10 5 10-5M16 14v14" />
    </svg>
  );
}
