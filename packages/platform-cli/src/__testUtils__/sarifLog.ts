import { z } from 'zod';

/** What section 3 of SARIF 2.1.0 demands of the parts that are used here; other properties are refused, as by the schema. */
const message = z.strictObject({ text: z.string().min(1) });
const uri = z
  .string()
  .regex(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/%]+$/, 'is no relative URI')
  .refine(text => !text.startsWith('/') && decodeURIComponent(text) !== '');

const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(-1),
  level: z.enum(['none', 'note', 'warning', 'error']),
  message,
  locations: z
    .array(
      z.strictObject({
        physicalLocation: z.strictObject({
          artifactLocation: z.strictObject({ uri, uriBaseId: z.string() }),
          region: z.strictObject({ startLine: z.int().min(1) }),
        }),
      }),
    )
    .length(1),
  partialFingerprints: z.record(z.string(), z.string()),
});

export const sarifLog = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z
        .strictObject({
          tool: z.strictObject({
            driver: z.strictObject({
              name: z.string().min(1),
              rules: z.array(
                z.strictObject({ id: z.string(), shortDescription: message }),
              ),
            }),
          }),
          columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
          results: z.array(result),
        })
        .refine(
          ({ tool, results }) =>
            new Set(tool.driver.rules.map(({ id }) => id)).size ===
              tool.driver.rules.length &&
            results.every(
              ({ ruleId, ruleIndex }) =>
                tool.driver.rules[ruleIndex]?.id === ruleId,
            ),
          'names a rule that the driver has not, or one twice',
        ),
    )
    .length(1),
});
