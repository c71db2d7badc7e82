import { readHclBlocks } from './readHclBlocks';
import { removeHclBlocks } from './removeHclBlocks';

/** The text without its blocks of a type. */
function without(text: string, type: string) {
  const reading = readHclBlocks(text);
  if (!reading.ok) throw new Error(reading.reason);
  return removeHclBlocks(
    text,
    reading.blocks.filter(block => block.type === type),
  );
}

describe('removeHclBlocks', () => {
  it.each([
    ['x {}', ''],
    ['x {}\n', ''],
    ['a {}\n\nx {}\n', 'a {}\n'],
    ['a {}\r\n\r\nx {}\r\n', 'a {}\r\n'],
    ['a {}\n\nx {}', 'a {}'],
    ['a {}\nx {}\nb {}\n', 'a {}\nb {}\n'],
    ['x {}\n\na {}\n', 'a {}\n'],
    ['x {}\r\n\r\na {}\r\n', 'a {}\r\n'],
    ['a {}\n\nx {}\n\nb {}\n', 'a {}\n\nb {}\n'],
    ['a {}\n\nx {}\n\nx {}\n\nb {}\n', 'a {}\n\nb {}\n'],
    ['a {}\n\n# of x\n  // and more\nx {}\n\nb {}\n', 'a {}\n\nb {}\n'],
    ['# of x\nx {}\n\nb {}\n', 'b {}\n'],
    ['# of all\n\nx {}\n', '# of all\n'],
    ['a {} # of a\nx {}\n', 'a {} # of a\n'],
    ['a {}\nx {} # of x\nb {}\n', 'a {}\nb {}\n'],
    ['a {}\n\n\nx {}\n\n\nb {}\n', 'a {}\n\n\n\nb {}\n'],
    ['a {}\n', 'a {}\n'],
  ])('from %j leaves %j', (text, left) => {
    expect(without(text, 'x')).toBe(left);
  });
});
