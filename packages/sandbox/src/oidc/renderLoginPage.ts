import { teams } from '../people/people';
import type { Person } from '../world/World';

const style = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center;
    background: light-dark(#eef1f6, #12151c); color: light-dark(#1a2030, #eef1f6); }
  main { box-sizing: border-box; width: min(30rem, 100vw); padding: 2rem; border-radius: 1rem;
    background: light-dark(#ffffff, #1c212c); box-shadow: 0 1rem 3rem light-dark(#1a203022, #00000066); }
  h1 { margin: 0; font-size: 1.5rem; }
  p { margin: .5rem 0 1.5rem; color: light-dark(#4a5368, #b3bccd); }
  ul { margin: 0; padding: 0; list-style: none; display: grid; gap: .75rem; }
  button { width: 100%; padding: .75rem 1rem; font: inherit; text-align: start; color: inherit; cursor: pointer;
    background: light-dark(#f6f8fb, #252b38); border: 1px solid light-dark(#7b8499, #7f8aa1); border-radius: .5rem; }
  button:hover { background: light-dark(#e6ecf7, #303848); }
  button:focus-visible { outline: 3px solid light-dark(#1f5fd0, #8ab4ff); outline-offset: 2px; }
  strong { display: block; }
`;

/** The page of the realm on which somebody chooses who to be. */
export function renderLoginPage(people: Person[], action: string): string {
  const items = people
    .map(
      person => `      <li><button name="username" value="${escapeHtml(person.username)}">
        <strong>Sign in as ${escapeHtml(person.displayName)}</strong>
        ${escapeHtml(describeRole(person))}
      </button></li>`,
    )
    .join('\n');
  return renderPage(
    'Sign in',
    `    <p>The simulated organisation knows these people. No password is asked for.</p>
    <form method="post" action="${escapeHtml(action)}"><ul>
${items}
    </ul></form>`,
  );
}

/** A page with one sentence instead of a choice. */
export function renderMessagePage(title: string, message: string): string {
  return renderPage(title, `    <p>${escapeHtml(message)}</p>`);
}

function renderPage(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title)} · edgit</title>
  <style>${style}</style>
</head>
<body>
  <main>
    <h1>${escapeHtml(title)}</h1>
${content}
  </main>
</body>
</html>
`;
}

function describeRole(person: Person): string {
  const names = teams
    .filter(team => person.groups.includes(team.name))
    .map(team => team.displayName);
  const role = person.groups.includes('platform')
    ? 'Platform engineer'
    : 'Developer';
  return `${role}, team ${names.join(' and ')}`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
