import { parseJson } from '@internal/gitops-model';
import { z } from 'zod';

const words = z.union([
  z.string().transform(text => [text]),
  z.array(z.string()),
  // GitLab names the field that is wrong.
  z
    .record(z.string(), z.array(z.string()))
    .transform(fields =>
      Object.entries(fields).flatMap(([field, texts]) =>
        texts.map(text => (field === 'base' ? text : `${field} ${text}`)),
      ),
    ),
]);

/** Why a call failed, as GitHub, GitLab and Gitea put it. */
const answerSchema = z.union([
  z
    .object({
      message: words,
      errors: z
        .array(
          z.union([
            z.string(),
            z.object({ message: z.string() }).transform(error => error.message),
            z.unknown().transform(() => undefined),
          ]),
        )
        .catch([]),
    })
    .transform(({ message, errors }) => [...message, ...errors]),
  z.object({ error: words }).transform(({ error }) => error),
]);

/** What a forge's answer says to people: in one line, shortened, without its JSON. */
export function forgeSays(text: string): string {
  const { data } = answerSchema.safeParse(parseJson(text));
  const said = data?.filter(part => part).join('; ');
  return oneLine(said || text);
}

/** A foreign text for a sentence of ours. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
