import { parseEndpoint } from './parseEndpoint';

it.each([
  ['192.168.0.100', 'https://192.168.0.100:50000'],
  ['192.168.0.100:6443', 'https://192.168.0.100:6443'],
  ['talos.default', 'https://talos.default:50000'],
  ['fd00::1', 'https://[fd00::1]:50000'],
  ['[fd00::1]:50001', 'https://[fd00::1]:50001'],
  ['[fd00::1]', 'https://[fd00::1]:50000'],
  ['https://talos.example', 'https://talos.example:443'],
  ['https://talos.example:50000', 'https://talos.example:50000'],
  ['http://talos.example', undefined],
  ['talos.example/path', undefined],
  ['user@talos.example', undefined],
  ['', undefined],
])('reads %s', (text, address) => {
  expect(parseEndpoint(text)).toBe(address);
});
