import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  label: string;
  /** From 0 to 1; without it the bar only says that something goes on. */
  value?: number;
}

/** A thin bar for work under way. */
export function ProgressBar({ label, value }: ProgressBarProps) {
  const percent =
    value === undefined
      ? undefined
      : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={styles.track}
    >
      <div
        className={percent === undefined ? styles.moving : styles.bar}
        style={
          percent === undefined ? undefined : { inlineSize: `${percent}%` }
        }
      />
    </div>
  );
}
