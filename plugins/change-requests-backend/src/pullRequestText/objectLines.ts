import type { ObjectChange, ObjectComparison } from '@internal/gitops-model';
import { inertCode } from './inertText';
import { tableLines } from './tableLines';

/** Fields told of one object; the files show the others. */
const maxFields = 8;

/** The objects a change adds, changes and removes; fields by path, never a value. */
export function objectLines({ changes, unread }: ObjectComparison): string[] {
  const table =
    changes.length === 0
      ? ['No object is added, changed or removed.']
      : tableLines(
          ['Change', 'Cluster', 'Namespace', 'Object', 'Fields'],
          changes.map(toCells),
        );
  const note = unread.map(
    unit =>
      `- ${inertCode(unit, 253)} cannot be evaluated from Git alone, so that its objects are missing here.`,
  );
  return note.length > 0 ? [...table, '', ...note] : table;
}

function toCells(change: ObjectChange): string[] {
  const { cluster, namespace, kind, name, fields } = change;
  const told = fields.slice(0, maxFields).map(field => inertCode(field, 200));
  const more = fields.length - told.length;
  return [
    change.change,
    inertCode(cluster, 63),
    namespace === undefined ? '–' : inertCode(namespace, 63),
    `${inertCode(kind, 63)} ${inertCode(name, 253)}`,
    [...told, ...(more > 0 ? [`and ${more} more`] : [])].join(', '),
  ];
}
