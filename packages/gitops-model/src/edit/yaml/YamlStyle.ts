/** How a repository writes its YAML, as far as a new file has a choice. */
export interface YamlStyle {
  /** New files start with `---`. */
  documentStart: boolean;
  /** Items of a list stand deeper than its key. */
  indentLists: boolean;
  singleQuotes: boolean;
  finalNewline: boolean;
  lineEnd: '\n' | '\r\n';
  /** Keys of a document that a blank line sets apart from what stands before. */
  spacedKeys?: ReadonlySet<string>;
  /** First comment of a file, which tells editors its schema. */
  schemaComment?: string;
}

/** A text without the feature in question has no vote: `undefined`. */
type Vote = (text: string) => boolean | undefined;

const startsDocument: Vote = text =>
  /^(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*---\s/.test(text);

const indentsLists: Vote = text => {
  const list = /^( *(?:- +)?)[\w./-]+:[ \t]*(?:#[^\n]*)?\r?\n( *)- /m.exec(
    text,
  );
  return list ? list[2].length > list[1].length : undefined;
};

const quotesSingle: Vote = text => {
  const single = text.match(/[:-] +'/g)?.length ?? 0;
  const double = text.match(/[:-] +"/g)?.length ?? 0;
  return single === double ? undefined : single > double;
};

/** What most repositories do. */
const usual = { documentStart: false, indentLists: true, singleQuotes: true };

/**
 * What the majority of `texts` does.
 *
 * @param otherwise - where they do not tell; without it what most repositories do
 */
export function detectYamlStyle(
  texts: readonly string[],
  otherwise: typeof usual = usual,
): YamlStyle {
  const { documentStart, indentLists, singleQuotes } = otherwise;
  return {
    documentStart: majority(texts, startsDocument, documentStart),
    indentLists: majority(texts, indentsLists, indentLists),
    singleQuotes: majority(texts, quotesSingle, singleQuotes),
    finalNewline: majority(texts, text => text.endsWith('\n'), true),
    lineEnd: majority(texts, text => text.includes('\r\n'), false)
      ? '\r\n'
      : '\n',
    spacedKeys: spacedKeys(texts),
    schemaComment: schemaComment(texts),
  };
}

/** The very same in most texts. */
function schemaComment(texts: readonly string[]): string | undefined {
  const found = texts.flatMap(
    text =>
      /^(?:---[ \t]*\r?\n)?(# yaml-language-server:[^\r\n]*)/.exec(text)?.[1] ??
      [],
  );
  return found.find(
    comment =>
      found.filter(other => other === comment).length > texts.length / 2,
  );
}

/** Those before which most texts leave a blank line, but for the first of a document. */
function spacedKeys(texts: readonly string[]): ReadonlySet<string> {
  const votes = new Map<string, number>();
  for (const text of texts) {
    const keys = text.matchAll(/^(.*)\r?\n(?=([A-Za-z][\w.-]*):)/gm);
    for (const [, before, key] of keys) {
      if (/^(---|#)/.test(before)) continue;
      const vote = before.trim() === '' ? 1 : -1;
      votes.set(key, (votes.get(key) ?? 0) + vote);
    }
  }
  return new Set(
    [...votes].filter(([, count]) => count > 0).map(([key]) => key),
  );
}

function majority(
  texts: readonly string[],
  vote: Vote,
  otherwise: boolean,
): boolean {
  const votes = texts.filter(text => text !== '').map(vote);
  const yes = votes.filter(said => said === true).length;
  const no = votes.filter(said => said === false).length;
  return yes === no ? otherwise : yes > no;
}
