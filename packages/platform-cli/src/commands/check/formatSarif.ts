import { createHash } from 'node:crypto';
import type { Finding } from '@internal/gitops-model';
import type { CheckOutput } from './CheckOutput';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;
const schema =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * The findings as SARIF 2.1.0, one rule per code. What belongs to no file is
 * shown at `fallbackFile`, since forges leave out what has no place.
 */
export function formatSarif(
  { findings }: CheckOutput,
  fallbackFile: string,
): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'platform check',
            rules: codes.map(code => ({
              id: code,
              shortDescription: { text: code.replaceAll('-', ' ') },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(finding => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: levels[finding.severity],
          message: { text: messageOf(finding) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: {
                  uri: uriOf(finding.file ?? fallbackFile),
                  uriBaseId: '%SRCROOT%',
                },
                region: { startLine: finding.line ?? 1 },
              },
            },
          ],
          partialFingerprints: { 'findingHash/v1': hashOf(finding) },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function messageOf({ message, fix }: Finding): string {
  return fix === undefined ? message : `${message} ${fix}`;
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The same finding on another line is the same one. */
function hashOf({ code, file, app, cluster, message }: Finding): string {
  return createHash('sha256')
    .update(JSON.stringify([code, file, app, cluster, message]))
    .digest('hex')
    .slice(0, 32);
}
