import { z } from 'zod';
import { parseYamlOnce } from '../../read/documents/parseYamlOnce';
import { joinPath } from '../../read/joinPath';
import type { RepositorySnapshot } from '../../snapshot/RepositorySnapshot';

const kustomization = z.object({
  patches: z.array(z.object({ path: z.string().optional() })).nullish(),
  patchesJson6902: z.array(z.object({ path: z.string().optional() })).nullish(),
  patchesStrategicMerge: z.array(z.string()).nullish(),
});

/** Files that kustomizations take as patches: parts of manifests, which no schema fits. */
export function patchFiles(snapshot: RepositorySnapshot): Set<string> {
  const found = new Set<string>();
  for (const [path, { oid }] of snapshot.files) {
    if (!/(^|\/)kustomization\.ya?ml$/.test(path)) continue;
    const text = snapshot.readText(path);
    if (!text?.includes('patch')) continue;
    const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    for (const { value } of parseYamlOnce(oid, text).documents) {
      const { data } = kustomization.safeParse(value);
      const paths = [
        ...(data?.patches ?? []).map(patch => patch.path),
        ...(data?.patchesJson6902 ?? []).map(patch => patch.path),
        ...(data?.patchesStrategicMerge ?? []),
      ];
      for (const patch of paths) {
        const file = patch && joinPath(directory, patch);
        if (file) found.add(file);
      }
    }
  }
  return found;
}
