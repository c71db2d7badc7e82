import { Link } from '@backstage/ui';
import { isWebUrl } from '../link/isWebUrl';
import { BreakablePath } from '../path/BreakablePath';
import styles from './FindingList.module.css';

export interface FindingPlaceProps {
  file: string;
  line?: number;
  /** Web address of the place at the forge. */
  url?: string;
  /** Shows the file; without it the place links to the forge or is named only. */
  onSelect?: (path: string) => void;
}

/** `k8s/apps/paperless.yaml:12`, and the way there. */
export function FindingPlace(props: FindingPlaceProps) {
  const { file, line, url, onSelect } = props;
  const place = line === undefined ? file : `${file}:${line}`;
  if (onSelect) {
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
  if (url && isWebUrl(url)) {
    return (
      <Link
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        className={styles.placeLink}
      >
        <BreakablePath path={place} />
      </Link>
    );
  }
  return (
    <code dir="ltr" className={styles.place}>
      {place}
    </code>
  );
}
