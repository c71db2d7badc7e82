import { readHclBlocks } from '../../edit/hcl/readHclBlocks';
import type { HclLiteral } from '../../edit/hcl/HclBlock';
import type { Reading } from '../Reading';
import type { FoundClient } from './FoundClient';

/** The Keycloak clients of the Terraform files right in a directory. */
export function readTerraformClients(
  reading: Reading,
  directory: string,
): FoundClient[] {
  return reading
    .list(directory)
    .filter(file => file.endsWith('.tf'))
    .flatMap(file => readFile(reading, file));
}

function readFile(reading: Reading, file: string): FoundClient[] {
  const text = reading.readText(file, { file, line: 1 });
  if (text === undefined) return [];
  const hcl = readHclBlocks(text);
  if (!hcl.ok) {
    reading.report(
      {
        code: 'unreadable-file',
        severity: 'error',
        message: `${file} is not valid HCL: ${hcl.reason}.`,
        fix: 'Correct the file; until then its login clients are not known.',
      },
      { file, line: hcl.line },
    );
    return [];
  }
  return hcl.blocks.flatMap(({ type, labels, attributes, line }) => {
    if (type !== 'resource' || labels[0] !== 'keycloak_openid_client')
      return [];
    const clientId = attributes.client_id?.literal;
    if (typeof clientId !== 'string') {
      reading.report(
        {
          code: 'not-evaluated',
          severity: 'info',
          message: `The client id of ${labels.join('.')} is computed, so that the portal does not know it.`,
        },
        { file, line },
      );
      return [];
    }
    return [
      {
        clientId,
        redirectUris: texts(attributes.valid_redirect_uris?.literal),
        source: { file, line },
      },
    ];
  });
}

function texts(literal: HclLiteral | undefined): string[] {
  return Array.isArray(literal)
    ? literal.filter(item => typeof item === 'string')
    : [];
}
