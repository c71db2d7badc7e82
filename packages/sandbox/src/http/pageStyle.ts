import { Html } from './html';

/** The look of all pages of the sandbox, light and dark. */
export const pageStyle = new Html(`
:root {
  --bg: #f6f7f9; --surface: #ffffff; --sunken: #f0f2f5; --text: #1c2128; --soft: #57606a;
  --line: #d5dae1; --accent: #0a58ca; --accent-text: #ffffff;
  --good: #116329; --good-bg: #dafbe1; --bad: #a40e26; --bad-bg: #ffebe9;
  --done: #6639ba; --done-bg: #f3eaff; --warn: #7a4b00; --warn-bg: #fff4d6;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #0f1318; --surface: #171c23; --sunken: #1e242d; --text: #e6eaf0; --soft: #a3adba;
    --line: #323a46; --accent: #7ab0ff; --accent-text: #0b1220;
    --good: #6fdd8b; --good-bg: #12301c; --bad: #ff9a94; --bad-bg: #3b1719;
    --done: #cbaaff; --done-bg: #2a1f44; --warn: #f2c14e; --warn-bg: #372a0b;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--text); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
.wrap { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 1rem; top: .5rem; background: var(--surface); padding: .5rem 1rem; }
.top { background: var(--surface); border-bottom: 1px solid var(--line); }
.top .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; min-height: 3.5rem; }
.brand { font-weight: 700; color: var(--text); text-decoration: none; }
nav { display: flex; flex-wrap: wrap; gap: .25rem; }
nav a { padding: .35rem .7rem; border-radius: 8px; text-decoration: none; }
nav a:hover { background: var(--sunken); }
nav a[aria-current] { background: var(--sunken); color: var(--text); font-weight: 600; }
main.wrap { padding-top: 1.75rem; padding-bottom: 1rem; }
footer.wrap { padding-top: 1rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .875rem; }
h1 { font-size: 1.65rem; line-height: 1.3; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
.soft { color: var(--soft); }
.number { color: var(--soft); font-weight: 400; }
.meta { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; margin: 0 0 1.25rem; color: var(--soft); }
code, pre, .mono { font-family: var(--mono); font-size: .875em; }
code { background: var(--sunken); padding: .1em .35em; border-radius: 5px; overflow-wrap: anywhere; }
pre { background: var(--sunken); padding: .9rem 1rem; border-radius: 8px; overflow-x: auto; line-height: 1.45; }
pre code { background: none; padding: 0; overflow-wrap: normal; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.25rem; margin: 0 0 1.25rem; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 18rem; gap: 1.25rem; align-items: start; }
.columns > * { min-width: 0; }
@media (max-width: 52rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
.badge { display: inline-flex; align-items: center; gap: .4em; padding: .15rem .7rem; border-radius: 999px; font-size: .875rem; font-weight: 600; border: 1px solid currentColor; white-space: nowrap; }
.good { color: var(--good); background: var(--good-bg); }
.bad { color: var(--bad); background: var(--bad-bg); }
.done { color: var(--done); background: var(--done-bg); }
.warn { color: var(--warn); background: var(--warn-bg); }
.label { display: inline-block; padding: .05rem .6rem; border: 1px solid var(--line); border-radius: 999px; font-size: .8125rem; background: var(--sunken); }
.list { list-style: none; }
.list > li { padding: .8rem 0; border-top: 1px solid var(--line); }
.list > li:first-child { border-top: 0; padding-top: 0; }
.list > li:last-child { padding-bottom: 0; }
.title { font-weight: 600; overflow-wrap: anywhere; }
.notice { border-left: 4px solid; border-radius: 8px; padding: .7rem 1rem; margin: 0 0 1.25rem; }
form { margin: 0; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
select, input { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--soft); border-radius: 8px; padding: .45rem .6rem; width: 100%; min-height: 2.75rem; }
button { font: inherit; font-weight: 600; cursor: pointer; min-height: 2.75rem; padding: .45rem 1rem; border-radius: 8px; border: 1px solid var(--soft); background: var(--surface); color: var(--text); }
button:hover { background: var(--sunken); }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-text); }
button.primary:hover { filter: brightness(1.08); }
.actions { display: grid; gap: .6rem; margin-top: .9rem; }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .9rem; align-items: end; }
.prose > :first-child { margin-top: 0; }
.prose > :last-child { margin-bottom: 0; }
.prose h3, .prose h4, .prose h5 { margin: 1.25rem 0 .5rem; font-size: 1rem; }
.prose blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--soft); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
.data { width: 100%; }
.data th, .data td, .prose th, .prose td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.prose th, .prose td { border: 1px solid var(--line); }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.file { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; margin: 0 0 1rem; overflow: hidden; }
.file > summary { display: flex; flex-wrap: wrap; gap: .25rem .9rem; align-items: center; cursor: pointer; padding: .65rem 1rem; background: var(--sunken); list-style-position: inside; }
.file > summary::before { content: "▸"; color: var(--soft); }
.file[open] > summary::before { content: "▾"; }
.whole { margin: 0; padding: .45rem 1rem; font-size: .875rem; border-top: 1px solid var(--line); }
.file > summary .mono { font-weight: 600; overflow-wrap: anywhere; }
.counts { margin-left: auto; font-size: .875rem; white-space: nowrap; }
.plus { color: var(--good); } .minus { color: var(--bad); }
.code { width: 100%; font-family: var(--mono); font-size: .8125rem; line-height: 1.5; }
.code td { padding: 0 .6rem; white-space: pre; vertical-align: top; tab-size: 4; }
.code td.at { white-space: nowrap; width: 1%; min-width: 3rem; text-align: right; color: var(--soft); user-select: none; }
.code td.at a { color: inherit; text-decoration: none; }
.code td.sign { width: 1%; padding: 0 .3rem; }
.code tr.added td { background: var(--good-bg); }
.code tr.removed td { background: var(--bad-bg); }
.code tr.added .sign { color: var(--good); } .code tr.removed .sign { color: var(--bad); }
.code tr.hunk td { background: var(--sunken); color: var(--soft); padding-top: .25rem; padding-bottom: .25rem; }
.code tr:target td { background: var(--warn-bg); }
`);
