import { parseSpec } from './parseSpec';

it('keeps digits, and takes neither aliases nor tags nor what is too long', () => {
  expect(
    parseSpec('serial: 00123456789012345678901\nsize: 18446744073709551615\n'),
  ).toEqual({
    serial: '00123456789012345678901',
    size: '18446744073709551615',
  });
  expect(parseSpec('controlplane\n')).toBe('controlplane');
  expect(parseSpec('{}\n')).toEqual({});
  for (const hostile of [
    'a: &a [x]\nb: [*a, *a]\n',
    'a: !!js/function "x"\n',
    'a: !custom x\n',
    'a: [1, 2\n',
    'a: 1\na: 2\n',
    `a: ${'x'.repeat(600_000)}\n`,
  ]) {
    expect(parseSpec(hostile)).toBeUndefined();
  }
});
