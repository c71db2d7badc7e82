import { isOwnRepository } from './argocd/isOwnRepository';
import { joinPath } from './joinPath';
import { matchesGlob } from './matchesGlob';

describe('matchesGlob', () => {
  it.each([
    ['*.yaml', 'a/b.yaml', true],
    ['*.yaml', 'a.yml', false],
    ['{a/*,b.yaml}', 'a/x/y', true],
    ['{a/*,b.yaml}', 'b.yaml', true],
    ['{a/*,b.yaml}', 'c.yaml', false],
    ['?.yaml', 'ab.yaml', false],
    ['[a-c].yaml', 'b.yaml', true],
    ['[!a-c].yaml', 'b.yaml', false],
    ['a,b', 'a,b', true],
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
    ['a.b', 'axb', false],
    ['(a+)+$', 'aaaa', false],
    ['[', '[', true],
    ['{a,{b,c}d}*', 'cdx', true],
    ['{a,{b,c}d}*', 'bx', false],
    ['{a', '{a', true],
    ['{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}', 'aaaaaaaaa', false],
    [`${'*a'.repeat(60)}b`, 'a'.repeat(200), false],
  ])('%s on %s: %s', (glob, text, expected) => {
    expect(matchesGlob(glob, text)).toBe(expected);
  });
});

describe('isOwnRepository', () => {
  it.each([
    ['https://git.example/Org/Repo', true],
    ['https://user@git.example/org/repo.git/', true],
    ['git@git.example:org/repo.git', true],
    ['ssh://git@git.example/org/repo', true],
    ['https://git.example/org/repo2', false],
    ['https://git.example.evil/org/repo', false],
    ['https://git.example:8443/org/repo', false],
  ])('%s: %s', (url, expected) => {
    expect(isOwnRepository(url, ['https://git.example/org/repo.git'])).toBe(
      expected,
    );
  });
});

describe('joinPath', () => {
  it.each([
    ['a/b', '../c', 'a/c'],
    ['a', './b//c/', 'a/b/c'],
    ['a', '../..', undefined],
    ['', '/etc', 'etc'],
  ])('%s and %s: %s', (directory, path, expected) => {
    expect(joinPath(directory, path)).toBe(expected);
  });
});
