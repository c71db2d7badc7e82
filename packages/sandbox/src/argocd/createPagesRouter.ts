import { Router } from 'express';
import { html } from '../http/html';
import { sendPage } from '../http/page';
import type { ObjectStore } from '../kubernetes/ObjectStore';
import type { ArgoCd } from './ArgoCd';
import type { ApplicationState } from './ApplicationState';
import {
  listResources,
  toHealthStatus,
  toSyncStatus,
} from './toApplicationStatus';

/** Stands for Argo CD's own UI: one plain page per application, which links can point to. */
export function createPagesRouter(argocd: ArgoCd, store: ObjectStore): Router {
  const router = Router();
  router.get('/', (_request, response) => response.redirect('/applications'));
  router.get('/applications', (_request, response) =>
    sendPage(response, {
      title: 'Applications',
      system: 'Argo CD',
      links: [],
      content: html`<h1>Applications</h1>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Sync</th>
              <th scope="col">Health</th>
            </tr>
          </thead>
          <tbody>
            ${argocd.list().map(
              state =>
                html`<tr>
                  <td>
                    <a href="/applications/argocd/${state.application.name}"
                      >${state.application.name}</a
                    >
                  </td>
                  <td>${toSyncStatus(state)}</td>
                  <td>${toHealthStatus(state, store)}</td>
                </tr>`,
            )}
          </tbody>
        </table>`,
    }),
  );
  router.get('/applications/argocd/:name', (request, response) => {
    const { name } = request.params;
    const state = argocd.find(name);
    sendPage(response, {
      title: name,
      system: 'Argo CD',
      links: [{ href: '/applications', label: 'Applications' }],
      status: state ? 200 : 404,
      content: state
        ? renderApplication(state, store)
        : html`<h1>${name}</h1>
            <p>Argo CD has no application of this name.</p>`,
    });
  });
  return router;
}

function renderApplication(state: ApplicationState, store: ObjectStore) {
  return html`<h1>${state.application.name}</h1>
    <p class="meta">
      <span>Sync: ${toSyncStatus(state)}</span>
      <span>Health: ${toHealthStatus(state, store)}</span>
      <span>Commit: <code>${state.target?.commit}</code></span>
    </p>
    ${
      state.target?.rendered.ok === false &&
      html`<p class="notice bad">${state.target.rendered.message}</p>`
    }
    <div class="scroll" tabindex="0" role="region" aria-label="Resources">
      <table class="data">
        <caption>
          Resources
        </caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Name</th>
            <th scope="col">Namespace</th>
            <th scope="col">Sync</th>
            <th scope="col">Health</th>
          </tr>
        </thead>
        <tbody>
          ${listResources(state, store).map(
            resource =>
              html`<tr>
                <td>${resource.kind}</td>
                <td>${resource.name}</td>
                <td>${resource.namespace}</td>
                <td>${resource.status}</td>
                <td>${resource.health?.status}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
