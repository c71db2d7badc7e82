import { Link } from '@backstage/ui';
import { UnitRow } from '@internal/plugin-platforms-common';
import { BreakablePath, isWebUrl } from '@internal/portal-ui';
import { ReactNode } from 'react';

export interface PlaceLinkProps {
  place: UnitRow['source'];
  /** Instead of file and line, which then only name the link. */
  children?: ReactNode;
}

/** Where something is written, on the forge. */
export function PlaceLink({ place, children }: PlaceLinkProps) {
  const name = `${place.file}:${place.line}`;
  const shown = children ?? <BreakablePath path={name} />;
  return isWebUrl(place.url) ? (
    <Link
      href={place.url}
      target="_blank"
      rel="noopener noreferrer"
      title={children ? name : undefined}
    >
      {shown}
    </Link>
  ) : (
    <span>{shown}</span>
  );
}
