import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';

const folder = resolve(__dirname, '../../../../templates');

/** A template that the portal ships. */
export function readTemplate(name: string): TemplateEntityV1beta3 {
  return parse(readFileSync(`${folder}/${name}/template.yaml`, 'utf8'));
}

/** All of them, by name. */
export function readTemplates(): TemplateEntityV1beta3[] {
  return readdirSync(folder).sort().map(readTemplate);
}
