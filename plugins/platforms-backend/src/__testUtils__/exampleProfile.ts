import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The profile of the embedded platform, as configuration holds it. */
export const exampleProfile = parse(
  readFileSync(join(__dirname, '../../../../platforms/edgit-k8s.yaml'), 'utf8'),
);
