import fc from 'fast-check';
import { fastTemplates } from './fastTemplates';
import { GoTemplates } from './GoTemplates';

const params = {
  name: 'Some App',
  count: 3,
  ratio: 1.5,
  on: true,
  off: false,
  nothing: null,
  empty: [],
  path: {
    path: 'apps/media/sonarr',
    basename: 'sonarr',
    segments: ['apps', 'media', 'sonarr'],
  },
  labels: { b: '2', a: '1' },
  '-dashed': 'x',
};

function render(template: string, missingKey: 'default' | 'error' = 'error') {
  const rendered = new GoTemplates(missingKey).render(template, params);
  return 'text' in rendered ? rendered.text : `! ${rendered.problem}`;
}

describe('GoTemplates', () => {
  it.each([
    // Values, fields and white space.
    ['plain }} text', 'plain }} text'],
    ['{{.name}}|{{ .path.basename }}', 'Some App|sonarr'],
    ['{{$.count}} {{.ratio}} {{.on}}', '3 1.5 true'],
    ['{{.path.segments}} {{.labels}}', '[apps media sonarr] map[a:1 b:2]'],
    ['{{.nothing}}{{nil | print}}', '<no value><no value>'],
    ['a {{- " b " -}} c', 'a b c'],
    ['a{{/* gone */}}b {{- /* too */ -}} c', 'abc'],
    ['{{"\\u00e9\\t\\"\\x41"}}{{`\\n`}}{{\'a\'}}', 'é\t"A\\n97'],
    ['{{(index .path.segments 1)}}{{-3}}', 'media-3'],
    ['{{index . "-dashed"}}{{index .labels "c"}}', 'x<no value>'],
    ['{{(split "/" .path.path)._1}}', 'media'],
    // Pipelines and functions.
    ['{{.name | lower | replace " " "-"}}', 'some-app'],
    [
      '{{printf "%s-%d-%v-%q-%t-%03d%%" "a" 2 .on "q" .off 7}}',
      'a-2-true-"q"-false-007%',
    ],
    ['{{printf "%.2f|%5s|%-5s|" .ratio "r" "l"}}', '1.50|    r|l    |'],
    [
      '{{default "d" .off}}{{.nothing | default "n"}}{{default "d" .on}}',
      'dntrue',
    ],
    ['{{dig "path" "basename" "?" .}}{{dig "path" "none" "?" .}}', 'sonarr?'],
    [
      '{{trimPrefix "so" .path.basename}}{{trimSuffix "rr" .path.basename}}',
      'narrsona',
    ],
    [
      '{{trimAll "xy" "xyaxby"}}{{trunc 3 "abcdef"}}{{trunc -2 "abcdef"}}',
      'axbabcef',
    ],
    [
      '{{first .path.segments}} {{last .path.segments}} {{rest .path.segments}}',
      'apps sonarr [media sonarr]',
    ],
    [
      '{{join "," .path.segments}} {{splitList "/" "a/b" | len}}',
      'apps,media,sonarr 2',
    ],
    [
      '{{upper "a"}}{{title "ab cd"}}{{quote "a" 1}}{{squote "a"}}',
      'AAb Cd"a" "1"\'a\'',
    ],
    [
      '{{normalize "A_b.C-"}} {{slugify "Crème Brûlée, twice"}}',
      'a-b.c creme-brulee-twice',
    ],
    [
      '{{slugify 12 true "the quick brown"}} {{slugify 12 "the quick brown"}}',
      'the-quick the-quick-br',
    ],
    [
      '{{toYaml .labels}}{{toJson .path.segments}}',
      'a: "1"\nb: "2"["apps","media","sonarr"]',
    ],
    ['{{(fromYaml "a: {b: 1}").a.b}}{{index (fromJson "[4]") 0}}', '14'],
    [
      '{{hasKey .labels "a"}}{{contains "so" .path.path}}{{hasPrefix "a" "ba"}}',
      'truetruefalse',
    ],
    [
      '{{add 1 2 .count}} {{sub 3 1}} {{mul 2 3}} {{div 7 2}} {{mod 7 2}}',
      '6 2 6 3 1',
    ],
    [
      '{{ternary "y" "n" .on}}{{coalesce .nothing "" "c"}}{{empty .empty}}',
      'yctrue',
    ],
    [
      '{{list 1 "b" | reverse}}{{dict "k" "v"}}{{has 1 (list 1 2)}}',
      '[b 1]map[k:v]true',
    ],
    // Decisions, loops and variables.
    ['{{if .off}}a{{else if .on}}b{{else}}c{{end}}{{if .empty}}d{{end}}', 'b'],
    ['{{if and .on (eq .path.basename "x" "sonarr")}}y{{end}}', 'y'],
    [
      '{{if or .off (not .off)}}{{ne 1 2}}{{lt 1 2}}{{ge "b" "a"}}{{end}}',
      'truetruetrue',
    ],
    ['{{if and (hasKey . "gone") .gone.deeper}}a{{else}}safe{{end}}', 'safe'],
    [
      '{{with .path}}{{.basename}}{{$.count}}{{end}}{{with .off}}x{{else}}-{{end}}',
      'sonarr3-',
    ],
    [
      '{{range $i, $s := .path.segments}}{{$i}}{{$s}};{{end}}',
      '0apps;1media;2sonarr;',
    ],
    [
      '{{range .labels}}{{.}}{{end}}{{range $k, $v := .labels}}{{$k}}{{$v}}{{end}}',
      '12a1b2',
    ],
    [
      '{{range .empty}}x{{else}}none{{end}}{{range $v := list 1 2}}{{$v}}{{end}}',
      'none12',
    ],
    ['{{$x := 1}}{{if .on}}{{$x = 2}}{{$y := 3}}{{end}}{{$x}}', '2'],
    // What Go refuses.
    ['{{.gone}}', '! there is no entry for key "gone"'],
    ['{{.path.gone.deeper}}', '! there is no entry for key "gone"'],
    ['{{.name.length}}', '! Some App has no field length'],
    ['{{index .path.segments 9}}', '! index 9 is out of range'],
    ['{{env "HOME"}}', '! the function env is not known'],
    ['{{fail "because"}}', '! because'],
    ['{{if .on}}', '! {{if}} lacks its {{end}}'],
    ['{{if .on}}{{else}}{{else}}{{end}}', '! {{if}} lacks its {{end}}'],
    ['{{end}}', '! there is an {{end}} too many'],
    ['{{.name', '! an action is not closed by }}'],
    ['{{}}', '! a value is missing'],
    ['{{.name .on}}', '! something is called that is no function'],
    ['{{$x}}', '! there is no variable $x'],
    ['{{if .on}}{{$y := 3}}{{end}}{{$y}}', '! there is no variable $y'],
    ['{{eq 1 "1"}}', '! 1 and 1 cannot be compared'],
    ['{{template "x"}}', '! {{template}} is not evaluated'],
    ['{{div 1 0}}', '! it divides by zero'],
    ['{{printf "%d" "x"}}', '! x is no whole number'],
    ['{{#each}}', '! "#" is not understood'],
  ])('renders %j as %j', (template, expected) => {
    expect(render(template)).toBe(expected);
  });

  it('takes missing keys for no value where the set does not say otherwise', () => {
    expect(render('{{.gone}}-{{.gone.deeper}}', 'default')).toBe(
      '<no value>-<no value>',
    );
  });

  it.each([
    '{{.constructor}}',
    '{{.__proto__}}',
    '{{index . "__proto__"}}',
    '{{index . "constructor"}}',
    '{{get . "constructor"}}',
    '{{get .path "toString"}}',
    '{{dig "__proto__" "polluted" "" .}}',
    '{{.path.segments.length}}',
    '{{(dict "__proto__" (dict "polluted" "yes")).polluted}}',
    '{{(fromYaml "__proto__: {polluted: yes}").polluted}}',
    '{{constructor}}',
    '{{toString.constructor}}',
    '{{hasOwnProperty "x"}}',
  ])('gives nothing of JavaScript away: %s', template => {
    expect(render(template, 'default')).toMatch(/^$|^<no value>$|^! /);
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    '{{range until 10000}}{{range until 10000}}{{range until 10000}}x{{end}}{{end}}{{end}}',
    '{{$x := "x"}}{{range until 10000}}{{$x = print $x $x}}{{end}}',
    '{{$x := list 1}}{{range until 10000}}{{$x = list $x $x}}{{end}}{{$x}}',
    '{{$x := list 1}}{{range until 10000}}{{$x = append $x $x}}{{end}}{{$x}}',
    '{{$x := list 1}}{{range until 10000}}{{$x = concat $x $x}}{{end}}{{$x}}',
    '{{repeat 1000000000 "x"}}',
    '{{until 1000000000}}',
    '{{indent 1000000000 "x"}}',
    '{{printf "%1000000000d" 1 | repeat 10000}}',
    '{{join (repeat 100000 "x") (until 10000)}}',
    '{{range until 10000}}{{slugify 1000000 (printf "%s." (repeat 500000 "_" | printf "a%sb"))}}{{end}}',
    '{{replace "x" (repeat 100000 "y") (repeat 100000 "x")}}',
    `${'{{if .on}}'.repeat(100_000)}${'{{end}}'.repeat(100_000)}`,
    `{{${'('.repeat(100_000)}.on${')'.repeat(100_000)}}}`,
    `{{${' '.repeat(100_000)}`,
    '{{/*'.repeat(100_000),
    '{{"'.repeat(100_000),
    `{{fromYaml ${JSON.stringify('['.repeat(100_000))}}}`,
  ])('stops what would never end or never fit: %#', template => {
    expect(render(template)).toMatch(/^! /);
  });

  it('renders or refuses every text, and never throws', () => {
    const fragment = fc.constantFrom(
      ...'{{ }} {{- -}} ( ) | . .path .path.segments .x $ $x := = , if else end range with and or'.split(
        ' ',
      ),
      ...'index len print printf "%s" "x" 1 -1 nil true list dict dig join until 3'.split(
        ' ',
      ),
      ' ',
      '"__proto__"',
      '{{if .on}}',
      '{{range .labels}}',
      '{{end}}',
    );
    const hostile = fc
      .array(fragment, { maxLength: 40 })
      .map(parts => parts.join(' '));
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.string(), fc.string({ unit: 'binary' })),
        template => {
          for (const missingKey of ['default', 'error'] as const) {
            const rendered = new GoTemplates(missingKey).render(
              template,
              params,
            );
            const known = Object.values(rendered).every(
              value => typeof value === 'string',
            );
            expect(known).toBe(true);
          }
          expect(fastTemplates.render(template, params)).toHaveProperty('text');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives back every text without actions as it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter(text => !text.includes('{{')),
        text => {
          expect(render(text)).toBe(text);
          expect(render(`{{/**/}}${text}`)).toBe(text);
          expect(render(`{{${JSON.stringify(text)}}}`)).toBe(text);
        },
      ),
    );
  });
});

describe('fastTemplates', () => {
  it('put flat parameters in and leave what is none', () => {
    const flat = { a: '1', 'path[0]': 'x', 'path.basename': 'y', n: 2 };
    expect(
      fastTemplates.render(
        '{{a}}{{ path[0] }}{{path.basename}} {{n}} {{gone}} {{}} {{toString}} {{ }',
        flat,
      ),
    ).toEqual({ text: '1xy {{n}} {{gone}} {{}} {{toString}} {{ }' });
  });

  it('take linear time for braces that never close', () => {
    const open = '{{'.repeat(500_000);
    expect(fastTemplates.render(open, { a: '1' })).toEqual({ text: open });
  });
});
