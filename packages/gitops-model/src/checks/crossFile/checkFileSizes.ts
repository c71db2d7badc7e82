import type { Finding } from '../../finding/Finding';
import { defaultMaxFileBytes } from '../../snapshot/createSnapshot';
import { isYamlFile } from '../readManifests';
import type { Change } from './Change';

/** What `kubectl apply` writes of an object into an annotation, at most. */
const maxAppliedBytes = 256 * 1024;

/** Changed YAML files that are too large to be read, or to be applied. */
export function checkFileSizes({ fork, head }: Change): Finding[] {
  return [...head.snapshot.files].flatMap(([file, { oid, size }]) => {
    const isChanged = fork.snapshot.files.get(file)?.oid !== oid;
    if (!isChanged || !isYamlFile(file) || size <= maxAppliedBytes) return [];
    const isUnread = size > defaultMaxFileBytes;
    return [
      {
        code: 'file-too-large' as const,
        severity: isUnread ? ('error' as const) : ('warning' as const),
        message: `${file} has ${size} bytes${isUnread ? `; above ${defaultMaxFileBytes} it is not read` : `, and an object above ${maxAppliedBytes} cannot be applied on the client’s side`}.`,
        fix: 'Split the file, or put large values into the image.',
        file,
      },
    ];
  });
}
