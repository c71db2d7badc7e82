import { html, Html } from '../http/html';
import { pageStyle } from '../http/pageStyle';
import { teams } from '../people/people';
import type { Person } from '../world/World';

const loginStyle = new Html(`
body { display: grid; place-items: center; min-height: 100vh; }
main { width: min(30rem, 100vw); padding: 1.25rem; }
ul { margin: 0; padding: 0; list-style: none; display: grid; gap: .75rem; }
main button { width: 100%; padding: .75rem 1rem; font-weight: 400; text-align: start; }
main strong { display: block; }
`);

/** The page of the realm on which somebody chooses who to be. */
export function renderLoginPage(people: Person[], action: string): string {
  return renderPage(
    'Sign in',
    html`<p class="soft">
        The simulated organisation knows these people. No password is asked for.
      </p>
      <form method="post" action="${action}">
        <ul>
          ${people.map(
            person =>
              html`<li>
                <button name="username" value="${person.username}">
                  <strong>Sign in as ${person.displayName}</strong>
                  ${describeRole(person)}
                </button>
              </li>`,
          )}
        </ul>
      </form>`,
  );
}

/** A page with one sentence instead of a choice. */
export function renderMessagePage(title: string, message: string): string {
  return renderPage(title, html`<p>${message}</p>`);
}

// Not the page of the other systems: its policy for forms would keep browsers
// from following the redirect back to the portal.
function renderPage(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · edgit</title>
        <link rel="icon" href="data:," />
        <style>
          ${pageStyle}${loginStyle}
        </style>
      </head>
      <body>
        <main>
          <div class="card">
            <h1>${title}</h1>
            ${content}
          </div>
        </main>
      </body>
    </html>`.text;
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
