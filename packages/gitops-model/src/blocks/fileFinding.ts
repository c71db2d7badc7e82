import { refusal } from '../checks/refusal';
import type { YamlOutcome } from '../edit/yaml/emitYaml';
import type { Finding } from '../finding/Finding';

/** None where a file was written; otherwise why not. */
export function fileFinding(file: string, outcome: YamlOutcome): Finding[] {
  if (outcome.ok) return [];
  return [
    refusal('file-not-writable', {
      message: `${file} cannot be written: ${outcome.reason}.`,
      fix: 'Bring the file into the layout of the profile, or make this change by hand.',
      file,
    }),
  ];
}
