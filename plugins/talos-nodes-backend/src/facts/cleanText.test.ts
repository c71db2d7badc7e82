import { cleanText, textFact } from './cleanText';

it.each([
  ['  AMD Ryzen 9  7940HS   ', 'AMD Ryzen 9 7940HS'],
  ['t10.ATA     QEMU HARDDISK   QM00013', 't10.ATA QEMU HARDDISK QM00013'],
  ['bad\u0000byte', 'bad byte'],
  ['Default string', undefined],
  ['To be filled by O.E.M.', undefined],
  ['0123456789', undefined],
  ['UNKNOWN', undefined],
  ['Not Specified', undefined],
  ['00000000', undefined],
  ['', undefined],
  [undefined, undefined],
])('cleans %j', (raw, text) => {
  expect(cleanText(raw)).toBe(text);
});

it('keeps the raw text where it differs', () => {
  expect(textFact('Samsung', 'smbios')).toEqual({
    known: true,
    value: 'Samsung',
    source: 'smbios',
  });
  expect(textFact(' Samsung', 'smbios')).toMatchObject({ raw: ' Samsung' });
  expect(textFact('None', 'smbios')).toEqual({
    known: false,
    reason: 'not-reported',
  });
});
