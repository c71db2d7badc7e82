import type {
  FileEdit,
  ObjectComparison,
  Operation,
} from '@internal/gitops-model';
import type { FindingDto } from '@internal/plugin-change-requests-common';
import { formatMarkers } from '../protocol/markers';
import { effectLines } from './effectLines';
import { fitSections, type Section } from './fitSections';
import { inertCode, inertProse, inertText } from './inertText';
import { objectLines } from './objectLines';
import { tableLines } from './tableLines';

export interface PullRequestBodyOptions {
  intentKey: string;
  baseCommit: string;
  operations: Operation[];
  edits: FileEdit[];
  objects: ObjectComparison;
  findings: FindingDto[];
  requester: string;
  template?: { name: string; version: string };
  /** Address of the request in the portal, where the portal has one. */
  pageUrl?: string;
  /** What the forge takes; where it counts characters, those are never more than bytes. */
  maxBytes: number;
}

/** Everything a reviewer wants to know, in Markdown; user text stays inert. */
export function pullRequestBody(options: PullRequestBodyOptions): string {
  const { operations, edits, findings, objects, pageUrl } = options;
  const page = pageUrl && `[the page of the request](${pageUrl})`;
  const sections: Section[] = [
    { title: 'Purpose', lines: purposeLines(options, page) },
    { title: 'Inputs', ...inputs(operations) },
    { title: 'What changes for users', lines: effectLines(operations) },
    {
      title: 'Files',
      lines: tableLines(
        ['Change', 'Path'],
        edits.map(edit => [edit.kind, inertCode(edit.path)]),
      ),
    },
    { title: 'Objects', lines: objectLines(objects) },
    { title: 'Findings', lines: findingLines(findings) },
    { title: 'Roll back', lines: [rollBack(operations)] },
  ];
  const markers = `<!--\n${formatMarkers(options)}\n-->\n`;
  const text = fitSections(sections, {
    maxBytes: options.maxBytes - Buffer.byteLength(markers),
    elsewhere: page ? `; all of them are on ${page}` : '',
  });
  return `${text}${markers}`;
}

function purposeLines(
  { requester, template }: PullRequestBodyOptions,
  page: string | undefined,
): string[] {
  const from = template
    ? `, with template ${inertCode(template.name, 253)} version ${inertCode(template.version, 63)}`
    : '';
  const asked = `Asked for by ${inertCode(requester, 253)} through the portal${from}.`;
  return [page ? `${asked} It is followed on ${page}.` : asked];
}

/** As data in a fence that no value can close. */
function inputs(operations: Operation[]): Omit<Section, 'title'> {
  const text = JSON.stringify(
    operations,
    (_key, value: unknown) =>
      typeof value === 'string' ? inertText(value) : value,
    2,
  );
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(run => run.length + 1)));
  return {
    lines: text.split('\n'),
    around: { before: `${fence}json`, after: fence },
  };
}

function findingLines(findings: FindingDto[]): string[] {
  return findings.length === 0
    ? ['None.']
    : findings.map(
        ({ severity, code, message }) =>
          `- **${severity}** ${inertCode(code)} ${inertProse(message)}`,
      );
}

function rollBack(operations: Operation[]): string {
  const revert = 'Revert the merge commit of this pull request.';
  return operations.some(({ type }) => type === 'retire-app')
    ? `${revert} The GitOps engine then declares everything again; data that went with a volume or a database does not come back with it.`
    : `${revert} The GitOps engine then removes what the added files declare; look at volumes and stored secrets before, as they may hold data.`;
}
