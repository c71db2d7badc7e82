import type { Finding } from '../../finding/Finding';
import type { FileEdit } from '../../plan/Plan';
import { parseYaml, type YamlProblem } from '../../read/documents/parseYaml';
import type { RepositoryModel } from '../../read/RepositoryModel';
import { checkPodSecurity } from '../checkPodSecurity';
import { isYamlFile, readManifests } from '../readManifests';
import { checkManifests } from '../schemas/checkManifests';
import type { Change } from './Change';
import { newFindings } from './newFindings';
import { patchFiles } from './patchFiles';

type Written = Exclude<FileEdit, { kind: 'delete' }>;

/**
 * Schemas and pods of changed manifests, as far as the change makes them worse.
 * Left out is what is no manifest yet: templates of charts, patches, and what
 * waits for a variable.
 */
export function checkChangedManifests({
  base,
  head,
  edits,
}: Change): Finding[] {
  const patches = patchFiles(head.snapshot);
  return edits.flatMap(edit => {
    if (
      edit.kind === 'delete' ||
      !isYamlFile(edit.path) ||
      patches.has(edit.path) ||
      isTemplate(edit.path, head.snapshot.files) ||
      /\$\{|\{\{/.test(edit.after)
    ) {
      return [];
    }
    const problem = problemOf(edit.after);
    if (problem) {
      return [
        {
          code: 'unreadable-file' as const,
          severity: 'error' as const,
          message: `${edit.path} is not valid YAML: ${problem.message}.`,
          fix: 'Correct the file; until then the document is left out.',
          file: edit.path,
          line: problem.line,
        },
      ];
    }
    const comparable = readable(edit);
    return [
      ...newFindings(
        comparable.kind === 'change'
          ? schemaFindings(comparable.path, comparable.before)
          : [],
        schemaFindings(comparable.path, comparable.after),
      ),
      ...checkPodSecurity([comparable]).map(finding =>
        inPlace(finding, comparable, base.model),
      ),
    ];
  });
}

/** Of every manifest in a file, whether it changes or not: equal ones are counted. */
function schemaFindings(path: string, after: string): Finding[] {
  return checkManifests([{ kind: 'create', path, after }]);
}

/** Why a file cannot be looked into. Tags are other programs' business: such a file is no manifest. */
function problemOf(text: string): YamlProblem | undefined {
  const problem = parseYaml(text).problems.find(
    ({ message }) => message !== 'a tag is not known',
  );
  if (problem) return problem;
  try {
    readManifests(text);
    return undefined;
  } catch {
    return { message: 'it uses too many aliases', line: 1 };
  }
}

/** With what was there before, where that can be read at all. */
function readable(edit: Written): Written {
  return edit.kind === 'change' && problemOf(edit.before)
    ? { kind: 'create', path: edit.path, after: edit.after }
    : edit;
}

function isTemplate(
  path: string,
  files: ReadonlyMap<string, unknown>,
): boolean {
  const [, chart] = /^(.*?)(?:^|\/)templates\//.exec(path) ?? [];
  return (
    chart !== undefined &&
    files.has(chart === '' ? 'Chart.yaml' : `${chart}/Chart.yaml`)
  );
}

/** Where the base itself allows more in a namespace, somebody decided so. */
function inPlace(
  finding: Finding,
  { path }: Written,
  { units, namespaces }: RepositoryModel,
): Finding {
  const unit = units.find(
    ({ wired, orchestrator, paths }) =>
      wired && !orchestrator && paths.some(own => path.startsWith(`${own}/`)),
  );
  const allowed = namespaces.find(
    ({ cluster, name }) => cluster === unit?.cluster && name === unit.namespace,
  )?.labels?.['pod-security.kubernetes.io/enforce'];
  const isAllowed = allowed === 'privileged' || allowed === 'baseline';
  return {
    ...finding,
    severity: isAllowed ? 'warning' : 'error',
    fix: 'Meet the restricted Pod Security Standard and set requests and a memory limit, or let the platform team review this change.',
    ...(unit && { app: unit.app, cluster: unit.cluster }),
  };
}
