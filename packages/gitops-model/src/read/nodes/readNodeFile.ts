import { isRecord } from '../isRecord';
import type { Reading } from '../Reading';
import { applyPatchList, isPatchList } from './applyPatchList';
import { mergeFacts } from './mergeFacts';
import { type NodeFacts, readMachineConfig } from './readMachineConfig';

/**
 * The facts of one file of machine configuration: documents or JSON 6902
 * lists, in YAML or JSON. A template that is no YAML before it is rendered
 * says nothing.
 */
export function readNodeFile(
  reading: Reading,
  file: string,
): NodeFacts | 'encrypted' {
  const from = { file, line: 1 };
  const text = reading.readText(file, from);
  const parsed = reading.parsedOf(file);
  if (text === undefined || !parsed) return {};
  if (
    parsed.documents.some(({ value }) => isRecord(value) && 'sops' in value)
  ) {
    reading.report(
      {
        code: 'encrypted',
        severity: 'info',
        message: `${file} is encrypted; the portal does not open it.`,
      },
      from,
    );
    return 'encrypted';
  }
  if (parsed.problems.length > 0) {
    if (/\{\{|\{%/.test(text)) {
      reading.report(
        {
          code: 'not-evaluated',
          severity: 'info',
          message: `${file} is a template, which the portal does not render: what it says of the machine is not known.`,
        },
        from,
      );
      return {};
    }
    reading.readYaml(file, from);
  }
  return mergeFacts(
    parsed.documents.map(({ value }) =>
      readMachineConfig(isPatchList(value) ? applyPatchList(value) : value),
    ),
  );
}
