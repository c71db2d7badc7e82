import fc from 'fast-check';
import { renderMarkdown } from './renderMarkdown';

const render = (text: string) =>
  renderMarkdown(text)
    .text.replace(/\s+/g, ' ')
    .replace(/ ?> ?/g, '>')
    .replaceAll(' <', '<');

describe('renderMarkdown', () => {
  it('renders what pull requests of the portal hold', () => {
    const text = [
      '## What',
      'For `atlas`, **now**: [the request](http://localhost:7007/x?a=1&b=2)',
      '',
      '| Input | Value |',
      '| --- | --- |',
      '| Image | `a\\|b` |',
      '',
      '- [x] one',
      '  - nested',
      '- two',
      '',
      '```yaml',
      'a: <b> # not **bold**',
      '```',
      '> back',
      '<!-- portal-intent: 123 -->',
      '<details><summary>More</summary>',
      '',
      'inside',
      '</details>',
    ].join('\n');
    expect(render(text)).toBe(
      [
        '<div class="prose"><h3>What</h3>',
        '<p>For<code>atlas</code>,<strong>now</strong>:<a href="http://localhost:7007/x?a=1&amp;b=2" rel="noreferrer">the request</a></p>',
        '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table><thead><tr><th scope="col">Input</th><th scope="col">Value</th></tr></thead>',
        '<tbody><tr><td>Image</td><td><code>a|b</code></td></tr></tbody></table></div>',
        '<ul><li>☑ one<ul><li>nested</li></ul></li><li>two</li></ul>',
        '<pre tabindex="0"><code>a: &lt;b&gt; # not **bold**</code></pre>',
        '<blockquote><p>back</p></blockquote>',
        '<details><summary>More</summary><p>inside</p></details></div>',
      ].join(''),
    );
  });

  it('makes no link to anything but http', () => {
    expect(render('[x](javascript:alert(1)) [y](data:text/html,z)')).toBe(
      '<div class="prose"><p>[x](javascript:alert(1)) [y](data:text/html,z)</p></div>',
    );
  });

  it('lets no markup of the text through', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</details>',
      '<details>',
      '<summary>',
      '<img src=x onerror=y>',
      '"',
      "'",
      '&lt;',
      '`',
      '```',
      '**',
      '[',
      '](',
      ')',
      'http://a"b',
      '|',
      '---',
      '- ',
      '> ',
      '# ',
      '\n',
      '\n\n',
      ' ',
      'javascript',
      ':',
      '<!--',
      '-->',
      'a',
      '\\',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join('')),
      fc.string({ unit: 'binary' }),
    );
    const allowed =
      /<\/?(?:div|h3|h4|p|code|pre|strong|ul|ol|li|hr|table|thead|tbody|tr|th|td|blockquote|details|summary|a)(?: (?:class|role|aria-label|scope|rel)="[\w ]*"| tabindex="0"| href="https?:[^"<>]*")*\s*\/?>/gi;
    fc.assert(
      fc.property(text, source => {
        const rest = renderMarkdown(source)
          .text.replace(/\s+/g, ' ')
          .replace(allowed, '');
        expect(rest).not.toMatch(/[<>"]/);
      }),
      { numRuns: 500 },
    );
  });

  it('bears deep and long texts', () => {
    expect(render('>'.repeat(20_000))).toContain('<blockquote>');
    expect(render('`a '.repeat(10_000))).toContain('<code>');
    expect(render('[x]('.repeat(10_000))).toContain('[x](');
  });
});
