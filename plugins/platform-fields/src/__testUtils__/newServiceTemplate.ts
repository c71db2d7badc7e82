import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';

/** The template that the portal ships. */
export const newServiceTemplate: TemplateEntityV1beta3 = parse(
  readFileSync(
    resolve(__dirname, '../../../../templates/new-service/template.yaml'),
    'utf8',
  ),
);
