import { isRecord } from '../isRecord';
import type { SourceRef } from '../RepositoryModel';
import type { Generator } from './kustomizationSchema';
import type { Step } from './Step';

export interface KeyValue {
  key: string;
  value: string;
  source: SourceRef;
}

/**
 * What a generator puts in, in the order kustomize reads it. Not `complete`
 * where a file is there but no text: what the hash covers is then not known.
 */
export function readKeyValues(
  step: Step,
  generator: Generator,
  source: SourceRef,
): { entries: KeyValue[]; complete: boolean } {
  const entries: KeyValue[] = [];
  let complete = true;
  const add = (key: string, value: string, from: SourceRef) => {
    if (!/^[-._a-zA-Z0-9]+$/.test(key)) {
      step.refuse('invalid-manifest', `The key ${key} is not valid.`, source);
    } else if (entries.some(entry => entry.key === key)) {
      step.refuse(
        'invalid-manifest',
        `${generator.name} has the key ${key} twice; kustomize refuses that.`,
        source,
      );
    } else {
      entries.push({ key, value, source: from });
    }
  };
  const read = (file: string) => {
    const path = step.pathOf(file, source);
    if (path === undefined) return undefined;
    const text = step.reading.textOf(path);
    if (step.reading.isFile(path)) {
      step.reading.reach(path);
      if (text === undefined) complete = false;
    } else {
      step.refuse(
        'missing-file',
        `There is no file ${path}.`,
        source,
        'Add the file, or remove the line that asks for it.',
      );
    }
    return text === undefined ? undefined : { path, text };
  };

  for (const file of [
    ...generator.envs,
    ...(generator.env === '' ? [] : [generator.env]),
  ]) {
    const found = read(file);
    found?.text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .forEach((text, index) => {
        const line = text.trimStart();
        if (line === '' || line.startsWith('#')) return;
        const [key, ...rest] = line.split('=');
        add(key, rest.join('='), { file: found.path, line: index + 1 });
      });
  }
  for (const literal of generator.literals) {
    const at = literal.indexOf('=');
    if (at <= 0) {
      step.refuse(
        'invalid-manifest',
        `A literal of ${generator.name} is not of the form key=value.`,
        source,
      );
    } else {
      add(literal.slice(0, at), withoutQuotes(literal.slice(at + 1)), source);
    }
  }
  for (const entry of generator.files) {
    const parts = entry.split('=');
    if (parts.length > 2 || parts.some(part => part === '')) {
      step.refuse(
        'invalid-manifest',
        `The entry ${entry} of ${generator.name} is not of the form key=file.`,
        source,
      );
      continue;
    }
    const file = parts[parts.length - 1];
    const found = read(file);
    const key = parts.length === 2 ? parts[0] : file.replace(/^.*\//, '');
    if (found) add(key, found.text, { file: found.path, line: 1 });
  }
  return { entries, complete };
}

function withoutQuotes(text: string): string {
  return /^(["'])[^]*\1$/.test(text) && text.length > 1
    ? text.slice(1, -1)
    : text;
}

/** `generatorOptions` under a generator's own `options`. */
export function mergeOptions(
  own: Generator['options'],
  shared: Generator['options'],
): NonNullable<Generator['options']> {
  return {
    labels: { ...shared?.labels, ...own?.labels },
    annotations: { ...shared?.annotations, ...own?.annotations },
    disableNameSuffixHash: isSet('disableNameSuffixHash'),
    immutable: isSet('immutable'),
  };
  function isSet(option: 'disableNameSuffixHash' | 'immutable'): boolean {
    return [own, shared].some(options => isRecord(options) && options[option]);
  }
}
