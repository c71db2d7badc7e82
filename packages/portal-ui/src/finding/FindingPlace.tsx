import styles from './FindingList.module.css';

export interface FindingPlaceProps {
  file: string;
  line?: number;
  /** Shows the file; without it the place is named only. */
  onSelect?: (path: string) => void;
}

/** `k8s/apps/paperless.yaml:12`, and the way there. */
export function FindingPlace({ file, line, onSelect }: FindingPlaceProps) {
  const place = line === undefined ? file : `${file}:${line}`;
  if (!onSelect) {
    return (
      <code dir="ltr" className={styles.place}>
        {place}
      </code>
    );
  }
  return (
    <button
      type="button"
      dir="ltr"
      className={styles.placeLink}
      onClick={() => onSelect(file)}
    >
      {place}
    </button>
  );
}
