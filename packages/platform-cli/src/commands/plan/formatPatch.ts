import type { FileEdit } from '@internal/gitops-model';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

const nothing = '/dev/null';

/** One file's edit as Git writes it; `git apply` takes it. */
export function formatPatch(edit: FileEdit): string {
  const { kind, path } = edit;
  const head = `diff --git a/${path} b/${path}\n`;
  switch (kind) {
    case 'create':
      return `${head}new file mode 100644\n${patch(nothing, `b/${path}`, '', edit.after)}`;
    case 'delete':
      return `${head}deleted file mode 100644\n${patch(`a/${path}`, nothing, edit.before, '')}`;
    default:
      return `${head}${patch(`a/${path}`, `b/${path}`, edit.before, edit.after)}`;
  }
}

function patch(
  from: string,
  to: string,
  before: string,
  after: string,
): string {
  return createTwoFilesPatch(from, to, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
