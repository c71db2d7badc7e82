import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
} from '@backstage/catalog-model';
import type { SourceRef } from '@internal/gitops-model';
import { locationKeyOf, portalAnnotations } from '../annotations';
import type { EntityContext } from './EntityContext';
import { toPlainText } from './toPlainText';

/** Annotations of every entity; values that are `undefined` are left out, long ones cut. */
export function annotate(
  { repository, snapshot }: EntityContext,
  source: SourceRef | undefined,
  further: Record<string, string | undefined>,
): Record<string, string> {
  const { platform } = repository;
  const { commit } = snapshot;
  const location = locationKeyOf(platform.id);
  const all: Record<string, string | undefined> = {
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
    [portalAnnotations.platform]: platform.id,
    ...further,
  };
  if (source) {
    const { file, line } = source;
    const url = repository.fileUrl(file, { commit, line });
    all[ANNOTATION_SOURCE_LOCATION] =
      `url:${repository.fileUrl(file, { commit })}`;
    all[ANNOTATION_VIEW_URL] = url;
    all[portalAnnotations.sourceUrl] = url;
    all[portalAnnotations.sourceCommit] = commit;
    all[portalAnnotations.sourceFile] = file;
    all[portalAnnotations.sourceBlob] = snapshot.files.get(file)?.oid;
  }
  const annotations: Record<string, string> = {};
  for (const [key, value] of Object.entries(all)) {
    if (value) annotations[key] = toPlainText(value, 1000);
  }
  return annotations;
}
