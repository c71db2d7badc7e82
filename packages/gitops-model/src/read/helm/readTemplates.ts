import { parseYaml } from '../documents/parseYaml';
import { joinPath } from '../joinPath';
import type { Manifest } from '../manifests/Manifest';
import { toManifests } from '../manifests/toManifests';
import type { Reading } from '../Reading';
import type { HelmValues } from './HelmValues';

/**
 * The objects of a chart's own templates that are plain YAML, release name and
 * namespace apart. Helm is not run: a template that asks for more is named.
 */
export function readTemplates(
  reading: Reading,
  directory: string,
  values: HelmValues,
): Manifest[] {
  return reading
    .list(joinPath(directory, 'templates') ?? '')
    .filter(file => /\/[^_/][^/]*\.ya?ml$/.test(file))
    .flatMap(file => {
      const text = reading.readText(file, { file, line: 1 });
      if (text === undefined) return [];
      const expanded = values.expand(text);
      const { documents, problems } = parseYaml(expanded);
      if (expanded.includes('{{') || problems.length > 0) {
        reading.report(
          {
            code: 'not-evaluated',
            severity: 'info',
            message:
              'This Helm template is not evaluated: what it makes is not shown.',
          },
          { file, line: 1 },
        );
        return [];
      }
      return documents.flatMap(document => toManifests(file, document) ?? []);
    });
}
