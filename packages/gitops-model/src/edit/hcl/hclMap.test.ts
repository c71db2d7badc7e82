import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { emitHclString } from './emitHcl';
import { insertHclEntry } from './insertHclEntry';
import { readHclBlocks } from './readHclBlocks';
import { readHclMap } from './readHclMap';
import { removeHclEntry } from './removeHclEntry';

/** The map of `data` in a file. */
function mapIn(text: string) {
  const reading = readHclBlocks(text);
  if (!reading.ok) throw new Error(reading.reason);
  const map = readHclMap(reading.blocks[0].attributes.data);
  if (!map) throw new Error('There is no map.');
  return map;
}

const block = (expression: string) => `a {\n  data = ${expression}\n}\n`;
const insert = (text: string, key: string) =>
  insertHclEntry(text, mapIn(text), key, 'var.x');

describe('a map of an HCL file', () => {
  it('has its keys, their values as written, and where each stands', () => {
    const text = block(`jsonencode({
    plain-key = var.a # first, "b" = 1
    "quoted key" : "text", list = [1, { c = 2 }]
    call      = max(
      1, 2
    )
    /* b = 3 */
  })`);
    const { entries, open, close } = mapIn(text);
    expect(
      entries.map(({ key, isQuoted, text: value, literal }) => [
        key,
        isQuoted,
        value,
        literal,
      ]),
    ).toEqual([
      ['plain-key', false, 'var.a', undefined],
      ['quoted key', true, '"text"', 'text'],
      ['list', false, '[1, { c = 2 }]', [1, { c: 2 }]],
      ['call', false, 'max(\n      1, 2\n    )', undefined],
    ]);
    expect(
      entries.map(
        ({ start, sign, end }) =>
          text.slice(start, end) && text[sign] + text.slice(start, start + 2),
      ),
    ).toEqual(['=pl', ':"q', '=li', '=ca']);
    expect([text[open - 1], text[close]]).toEqual(['{', '}']);
  });

  it.each([
    'var.a',
    '[1]',
    'merge({ a = 1 }, var.b)',
    'jsonencode(merge({ a = 1 }, var.b))',
    'jsonencode([1])',
    'jsonencode({ a = 1 }, 2)',
    '{ for k, v in var.a : k => v }',
    '{ (var.k) = 1 }',
    '{ "${var.k}" = 1 }',
    '{ a = 1 }.a',
    '{ a }',
    '"{ a = 1 }"',
    '<<EOT\n{ a = 1 }\nEOT',
  ])('is no plain one in %s', expression => {
    const reading = readHclBlocks(block(expression));
    if (!reading.ok) throw new Error(reading.reason);
    expect(readHclMap(reading.blocks[0].attributes.data)).toBeUndefined();
  });

  it.each([
    ['{}', 'b', '{ b = var.x }'],
    ['jsonencode({})', 'b', 'jsonencode({ b = var.x })'],
    ['{\n  }', 'b', '{\n    b = var.x\n  }'],
    ['{ # all\n  }', 'b', '{ # all\n    b = var.x\n  }'],
    ['{ a = 1 }', 'b', '{ a = 1, b = var.x }'],
    ['{ a = 1, }', 'b', '{ a = 1, b = var.x, }'],
    ['{ a = 1, c = 2 }', 'b', '{ a = 1, b = var.x, c = 2 }'],
    ['{ b = 1, c = 2 }', 'a', '{ a = var.x, b = 1, c = 2 }'],
    ['{ c = 1, a = 2 }', 'b', '{ c = 1, a = 2, b = var.x }'],
    ['{ a = 1\n  }', 'b', '{ a = 1\n    b = var.x\n  }'],
    ['{\n    a = 1 }', 'b', '{\n    a = 1, b = var.x }'],
    [
      '{\n    long = 1 # one\n    z    = 2 // two\n  }',
      'm',
      '{\n    long = 1 # one\n    m    = var.x\n    z    = 2 // two\n  }',
    ],
    [
      '{\n    b = 1\n    c = 2\n  }',
      'a',
      '{\n    a = var.x\n    b = 1\n    c = 2\n  }',
    ],
    [
      '{\n\t\ta = 1,\n\t\tb = 2\n\t}',
      'longer',
      '{\n\t\ta = 1,\n\t\tb = 2\n\t\tlonger = var.x\n\t}',
    ],
    [
      '{\n    a = 1,\n    c = 2,\n  }',
      'b',
      '{\n    a = 1,\n    b = var.x,\n    c = 2,\n  }',
    ],
    ['{\n    "a" = 1\n  }', 'b', '{\n    "a" = 1\n    "b" = var.x\n  }'],
    ['{ "a b" = 1 }', 'c', '{ "a b" = 1, c = var.x }'],
    ['{\n    a=1\n  }', 'b c', '{\n    a=1\n    "b c" = var.x\n  }'],
    [
      '{\n    a = 1 /* one */\n  }',
      'b',
      '{\n    a = 1 /* one */\n    b = var.x\n  }',
    ],
  ])('%j gets %s in its place, and gives it back', (before, key, after) => {
    const text = block(before);
    const changed = insert(text, key);
    expect(changed).toBe(block(after));
    expect(removeHclEntry(changed, mapIn(changed), key)).toBe(text);
  });

  it.each([
    [
      '{\n    a = 1 # of a\n    b = 2 /* by ada */\n  }',
      'b',
      '{\n    a = 1 # of a\n  }',
    ],
    [
      '{\n    a = 1 /* of a */, # first\n    b = 2\n  }',
      'b',
      '{\n    a = 1 /* of a */, # first\n  }',
    ],
    ['{ a = 1, # keep\n    b = 2 }', 'b', '{ a = 1, # keep\n    }'],
    ['{ a = 1 # keep, me\n    b = 2 }', 'b', '{ a = 1 # keep, me\n    }'],
    ['{ a = 1 /* one, */, b = 2 }', 'b', '{ a = 1 /* one, */ }'],
    ['{ a = 1, b = 2 /* two */, c = 3 }', 'b', '{ a = 1 /* two */, c = 3 }'],
    ['{ # all\n    a = 1, b = 2 }', 'a', '{ # all\n    b = 2 }'],
    ['{ a = 1, # one\n    b = 2 }', 'a', '{ # one\n    b = 2 }'],
    ['{ /* all */ a = 1 }', 'a', '{ /* all */ }'],
    ['{ a = 1 # one\n  }', 'a', '{ # one\n  }'],
    ['{ a = 1, }', 'a', '{}'],
  ])('%j keeps what is of others without %s', (before, key, after) => {
    const text = block(before);
    expect(removeHclEntry(text, mapIn(text), key)).toBe(block(after));
  });

  it('loses nothing of its other entries with any one of them', async () => {
    const separators = fc.array(
      fc.constantFrom(', ', ',', ' , ', '\n    ', ',\n    ', '\r\n\t'),
      { minLength: 4, maxLength: 4 },
    );
    const comments = fc.array(
      fc.constantFrom('', '/* , } */ ', ' /* = \n */', ' /**/ /* , */ '),
      { minLength: 9, maxLength: 9 },
    );
    const isLined = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.record({ separators, comments, isLined }),
        fc.integer({ min: 0, max: 3 }),
        async (parts, removed) => {
          const written = ['a', 'b', 'c', 'd'].map((key, at) => {
            const isBroken =
              parts.isLined[at] && parts.separators[at].includes('\n');
            const [comma] = parts.separators[at].match(/^ ?,/) ?? [''];
            return isBroken
              ? `${key} = "${key}"${comma} # of ${key}${parts.separators[at].slice(comma.length)}`
              : `${key} = "${key}"${parts.comments[at]}${parts.separators[at]}`;
          });
          const text = block(
            `{${parts.comments[8]}${written
              .map((entry, at) => parts.comments[at + 4] + entry)
              .join('')}}`,
          );
          const key = 'abcd'[removed];
          const after = removeHclEntry(text, mapIn(text), key);
          const [theirs] = Object.values(await parse('a.tf', after));
          expect(JSON.stringify(theirs)).not.toContain(`"${key}"`);
          expect(mapIn(after).entries.map(entry => entry.literal)).toEqual(
            ['a', 'b', 'c', 'd'].filter(other => other !== key),
          );
          const ofOthers = (whole: string) =>
            (whole.match(/# of [a-d]/g) ?? []).filter(of => !of.endsWith(key));
          expect(ofOthers(after)).toEqual(ofOthers(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps the line ends of Windows', () => {
    const text = block('{\n    a = 1\n  }').replaceAll('\n', '\r\n');
    expect(insert(text, 'b')).toBe(
      block('{\n    a = 1\n    b = var.x\n  }').replaceAll('\n', '\r\n'),
    );
  });

  it('takes any key and text as itself, for our reader and for another', async () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom('$', '%', '{', '}', '"', '\\', '\n', '<', '=', '#'),
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
      ),
    });
    const start = fc.constantFrom('{}', '{ a = 1 }', '{\n    a = 1\n  }');
    await fc.assert(
      fc.asyncProperty(start, hostile, hostile, async (map, key, value) => {
        fc.pre(key !== 'a');
        const before = block(map);
        const after = insertHclEntry(
          before,
          mapIn(before),
          key,
          emitHclString(value),
        );
        const { entries } = mapIn(after);
        const found = entries.find(entry => entry.key === key);
        expect(found?.literal).toBe(value);
        expect(entries).toHaveLength(mapIn(before).entries.length + 1);
        expect(removeHclEntry(after, mapIn(after), key)).toBe(before);
        const escape = (text: string) =>
          text.replace(/([$%])(?=\{)/g, '$1$1').normalize('NFC');
        const [theirs] = Object.values(await parse('a.tf', after));
        expect(JSON.stringify(theirs)).toContain(JSON.stringify(escape(value)));
      }),
      { numRuns: 200 },
    );
  });
});
