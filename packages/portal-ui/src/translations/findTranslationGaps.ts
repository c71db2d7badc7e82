interface NestedMessages {
  readonly [key: string]: string | NestedMessages;
}
type Messages = Readonly<Record<string, string>>;

export interface TranslationGapsOptions {
  english: NestedMessages;
  /** Flat messages by language, such as `fr`. */
  translations: Readonly<Record<string, Messages>>;
  /** Keys whose text is rightly the same as in English, by language. */
  sameAsEnglish?: Readonly<Record<string, readonly string[]>>;
  /** Names and units that no language translates. */
  properNames?: readonly string[];
}

const pluralForm = /_(zero|one|two|few|many|other)$/;
const variable = /\{\{\w+\}\}/g;

/** A sentence for every text that a language lacks, left in English or broke. */
export function findTranslationGaps(options: TranslationGapsOptions): string[] {
  const {
    english,
    translations,
    sameAsEnglish = {},
    properNames = [],
  } = options;
  const source = flatten(english, '');
  return Object.entries(translations).flatMap(([language, messages]) => {
    const wanted = wantedKeys(source, language);
    const accepted = sameAsEnglish[language] ?? [];
    return [
      ...wanted
        .filter(key => !messages[key]?.trim())
        .map(key => `${language} lacks ${key}`),
      ...Object.keys(messages)
        .filter(key => !wanted.includes(key))
        .map(key => `${language} has ${key}, which is not used`),
      ...wanted
        .filter(key => key in messages && !accepted.includes(key))
        .filter(key =>
          isEnglish(
            withoutNames(messages[key], properNames),
            withoutNames(source[key] ?? '', properNames),
            language,
          ),
        )
        .map(key => `${language} leaves ${key} in English`),
      ...wanted
        .filter(key => key in messages && source[key] !== undefined)
        .filter(key => !sameVariables(messages[key], source[key]))
        .map(key => `${language} has other variables in ${key}`),
    ];
  });
}

function flatten(messages: NestedMessages, prefix: string): Messages {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value]]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  );
}

/** Keys of the source in all the plural forms that small counts need. */
function wantedKeys(source: Messages, language: string): string[] {
  const rules = new Intl.PluralRules(language);
  const forms = new Set(
    Array.from({ length: 200 }, (_, count) => rules.select(count)),
  );
  const keys = Object.keys(source).flatMap(key =>
    pluralForm.test(key)
      ? [...forms].map(form => key.replace(pluralForm, `_${form}`))
      : [key],
  );
  return [...new Set(keys)];
}

function isEnglish(text: string, original: string, language: string): boolean {
  const isOtherScript = language === 'ar';
  return /[a-z]/i.test(text) && (isOtherScript || text === original);
}

function withoutNames(text: string, properNames: readonly string[]): string {
  return properNames.reduce(
    (rest, name) => rest.replaceAll(name, ''),
    text.replace(variable, ''),
  );
}

/** A plural form may spell its number out instead of showing it. */
function sameVariables(text: string, original: string): boolean {
  const names = (from: string) =>
    (from.match(variable) ?? []).filter(name => name !== '{{count}}').sort();
  return names(text).join() === names(original).join();
}
