import type { YamlDocument } from '../documents/parseYaml';
import { isRecord } from '../isRecord';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';
import { applyTemplatePatch } from './applyTemplatePatch';
import {
  type ApplicationSet,
  applicationSetSchema,
  type Generator,
} from './ApplicationSet';
import { generateElements } from './generators/generateElements';
import type { Element, GeneratorContext } from './generators/GeneratorContext';
import { parseGenerator } from './generators/parseGenerator';
import { reportTemplate } from './generators/reportTemplate';
import { mergeMappings } from './mergeMappings';
import { describe } from './template/goValues';
import { fastTemplates } from './template/fastTemplates';
import { GoTemplates } from './template/GoTemplates';
import { renderTree } from './template/renderTree';

export interface GeneratedApplication {
  manifest: Manifest;
  /** Directory of this repository it was generated for. */
  directory?: string;
}

/** The Applications of an ApplicationSet; each that fails leaves a finding instead. */
export function expandApplicationSet(
  reading: Reading,
  set: Manifest,
): GeneratedApplication[] {
  const parsed = applicationSetSchema.safeParse(set.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    reading.report(
      {
        code: 'invalid-manifest',
        severity: 'error',
        message: `The ApplicationSet ${set.name} is not valid: ${issue.path.join('.')}: ${issue.message}.`,
        fix: 'Correct the field.',
      },
      set.source,
    );
    return [];
  }
  const { spec } = parsed.data;
  const context: GeneratorContext = {
    reading,
    set,
    goTemplate: spec.goTemplate ?? false,
    templates: spec.goTemplate
      ? new GoTemplates(
          spec.goTemplateOptions.includes('missingkey=error')
            ? 'error'
            : 'default',
        )
      : fastTemplates,
  };
  return spec.generators.flatMap(item => {
    const generator = parseGenerator(context, item);
    const elements = generator && generateElements(context, generator);
    if (!generator || !elements) return [];
    const override = overrideOf(generator);
    const template =
      Object.keys(override).length > 0
        ? mergeMappings(spec.template, override)
        : spec.template;
    return elements.flatMap(element =>
      generate(context, { ...spec, template }, element),
    );
  });
}

function generate(
  context: GeneratorContext,
  spec: ApplicationSet['spec'],
  { params, directory }: Element,
): GeneratedApplication[] {
  const { set, templates } = context;
  const fail = (problem: string, line?: number) => {
    const element = directory ?? describe(params);
    reportTemplate(context, problem, { element, line });
    return [];
  };
  const document: YamlDocument = {
    value: undefined,
    line: set.source.line,
    lines: new WeakMap(),
    textLines: new WeakMap(),
  };
  const rendered = renderTree(templates, spec.template, params, {
    from: set.document,
    to: document,
  });
  if ('problem' in rendered) {
    return fail(rendered.problem, rendered.line);
  }
  const patched = patch(context, spec, params, rendered.value);
  if ('problem' in patched) {
    return fail(patched.problem);
  }
  const { metadata } = patched.value;
  const name = isRecord(metadata) ? metadata.name : undefined;
  if (typeof name !== 'string' || !isObjectName(name)) {
    return fail(
      `its name would be ${JSON.stringify(name ?? '')}, which is no name for an object`,
    );
  }
  document.value = patched.value;
  const manifest: Manifest = {
    group: 'argoproj.io',
    kind: 'Application',
    name,
    // Argo CD makes Applications where their set lies, whatever the template says.
    namespace: set.namespace,
    value: patched.value,
    source: set.source,
    document,
  };
  return [{ manifest, directory }];
}

function patch(
  { reading, set, templates }: GeneratorContext,
  { templatePatch }: ApplicationSet['spec'],
  params: Record<string, unknown>,
  application: unknown,
): { value: Record<string, unknown> } | { problem: string } {
  if (!isRecord(application)) return { problem: 'its template is no mapping' };
  if (!templatePatch) return { value: application };
  const rendered = templates.render(templatePatch, params);
  if ('problem' in rendered) return rendered;
  const patched = applyTemplatePatch(application, rendered.text);
  if (patched !== 'not-plain') return patched;
  reading.report(
    {
      code: 'not-evaluated',
      severity: 'info',
      message: `The templatePatch of the ApplicationSet ${set.name} uses directives, which the portal does not evaluate: its Applications are shown without it.`,
    },
    set.source,
  );
  return { value: application };
}

/** The template a generator changes the set's template by. */
function overrideOf({
  git,
  list,
  clusters,
  matrix,
  merge,
}: Generator): Record<string, unknown> {
  const kind = git ?? list ?? clusters ?? matrix ?? merge;
  return kind?.template ?? {};
}

function isObjectName(name: string): boolean {
  return name.length <= 253 && /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name);
}
