import { hostsOverlap } from './hostsOverlap';

describe('hostsOverlap', () => {
  it.each([
    ['a.example.org', 'a.example.org', true],
    ['A.example.org', 'a.Example.org', true],
    ['a.example.org', 'b.example.org', false],
    ['*.example.org', 'a.example.org', true],
    ['*.EXAMPLE.org', 'a.b.example.org', true],
    ['*.example.org', '*.example.org', true],
    ['*.example.org', '*.a.example.org', true],
    ['*.example.org', 'example.org', false],
    ['*.example.org', 'aexample.org', false],
    ['*.example.org', 'a.example.org.eu', false],
    ['x*.example.org', 'a*.example.org', false],
    ['*example.org', 'an-example.org', false],
  ])('of %s and %s: %j, either way', (one, other, expected) => {
    expect(hostsOverlap(one, other)).toBe(expected);
    expect(hostsOverlap(other, one)).toBe(expected);
  });
});
