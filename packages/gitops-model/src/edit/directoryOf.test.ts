import { directoryOf } from './directoryOf';

describe('the directory of a file', () => {
  it.each([
    ['apps/wiki/values.yaml', 'apps/wiki'],
    ['apps/values.yaml', 'apps'],
    ['values.yaml', ''],
    ['/values.yaml', ''],
    ['apps/', 'apps'],
    ['', ''],
  ])('of %j is %j', (file, directory) => {
    expect(directoryOf(file)).toBe(directory);
  });
});
