import type { Choice, LearnedProfile } from '@internal/gitops-model';
import { Document, stringify } from 'yaml';
import { printable } from '../../printable';

const width = 78;

/** The proposal as a profile's YAML: each key under what speaks for it, then what can be seen of how files are written, then what is left to people. */
export function formatProfile({
  reading,
  writing,
  questions,
}: LearnedProfile): string {
  const document = new Document({});
  document.commentBefore = ' How this repository is read, as far as it shows.';
  for (const { key, value } of reading) document.setIn(key.split('.'), value);
  const comments = reading.map(choice => ` ${choice.key}: ${reasonOf(choice)}`);
  const lines = [
    ...section('Why', comments),
    ...section(
      'How its files are written, by what siblings agree on',
      writing.flatMap(choice => [
        ...indented(choice),
        `   ${reasonOf(choice)}`,
      ]),
    ),
    ...section(
      'What only people can tell',
      questions.map(({ key, question }) => ` ${key}: ${question}`),
    ),
  ];
  return `${document.toString({ lineWidth: width })}${lines.map(line => `#${printable(line)}`.trimEnd()).join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ` ${title}`, '', ...lines];
}

function indented({ key, value }: Choice): string[] {
  return stringify({ [key]: value }, { lineWidth: width })
    .trimEnd()
    .split('\n')
    .map(line => ` ${line}`);
}

function reasonOf({ because, share }: Choice): string {
  return share === undefined
    ? because
    : `${share.count} of ${share.of} (${Math.round((share.count / share.of) * 100)} %). ${because}`;
}
