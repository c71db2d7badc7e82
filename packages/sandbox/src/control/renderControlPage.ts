import { html, type Html } from '../http/html';
import {
  faultKinds,
  faultSystems,
  type Fault,
  type FaultSystem,
} from '../world/faults';
import { renderCeph } from './renderCeph';
import { renderMachines } from './renderMachines';
import { renderNodes } from './renderNodes';
import type { SandboxState, SystemState } from './readState';

const names: Record<FaultSystem, string> = {
  forge: 'Forge (GitHub API and pages)',
  git: 'Git smart HTTP',
  kubernetes: 'Kubernetes API of edgit',
  argocd: 'Argo CD of edgit',
  oidc: 'OpenID Connect',
  'pitower-kubernetes': 'Kubernetes API of pitower',
  'pitower-argocd': 'Argo CD of pitower',
  'infra-kubernetes': 'Kubernetes API of infra',
  'infra-flux': 'Flux in infra',
  'apps-kubernetes': 'Kubernetes API of apps',
  'apps-flux': 'Flux in apps',
  'edgit-talos': 'Talos of edgit',
  'pitower-talos': 'Talos of pitower',
  'infra-talos': 'Talos of infra',
  'apps-talos': 'Talos of apps',
  'pitower-ceph': 'Ceph manager of pitower',
  'pitower-ceph-metrics': 'Ceph metrics of pitower',
  'infra-ceph': 'Ceph manager of infra',
  'infra-ceph-metrics': 'Ceph metrics of infra',
};

const kinds = {
  unavailable: 'Unavailable: answers 503',
  slow: 'Slow: answers late',
  forbidden: 'Forbidden: answers 403',
  malformed: 'Malformed: answers broken data',
  'rate-limited': 'Rate limited: asks to come back later',
};

/** The one page of the control: what runs, and a form for faults. */
export function renderControlPage(state: SandboxState, problem?: string): Html {
  return html`<h1>Sandbox</h1>
    <p class="soft">
      Simulated platforms for the portal at
      <a href="${state.portalUrl}">${state.portalUrl}</a>. Set a fault to see
      how the portal bears it; clear it to go on.
    </p>
    ${problem && html`<p class="notice bad" role="alert">${problem}</p>`}
    <div class="card scroll" tabindex="0" role="group" aria-label="Systems">
      <table class="data">
        <caption>
          Systems
        </caption>
        <thead>
          <tr>
            <th scope="col">System</th>
            <th scope="col">Address</th>
            <th scope="col">State</th>
            <th scope="col">Faults</th>
          </tr>
        </thead>
        <tbody>
          ${state.systems.map(renderSystem)}
        </tbody>
      </table>
    </div>
    ${renderPlatforms(state)} ${renderForm()} ${renderMachines(state.machines)}
    ${renderNodes(state.machines, state.cordoned)} ${renderCeph(state.ceph)}`;
}

function renderSystem({ system, url, health, faults }: SystemState): Html {
  const badge = renderHealth(health, faults.length > 0);
  return html`<tr>
    <th scope="row">${names[system]}</th>
    <td>${url ? html`<a href="${url}">${url}</a>` : 'not started'}</td>
    <td>${badge}</td>
    <td>
      ${
        faults.length === 0
          ? html`<span class="soft">none</span>`
          : faults.map(renderFault)
      }
    </td>
  </tr>`;
}

function renderHealth(health: 'up' | 'down', isFaulty: boolean): Html {
  if (health === 'down') {
    return html`<span class="badge bad">✕ Down</span>`;
  }
  return isFaulty
    ? html`<span class="badge warn">! Faulty</span>`
    : html`<span class="badge good">✓ Up</span>`;
}

function renderFault(fault: Fault): Html {
  const limits = [
    fault.kind === 'slow' && `${fault.delayMs ?? 5_000} ms`,
    fault.times !== undefined && `${fault.times} more`,
    fault.match !== undefined && `where “${fault.match}”`,
  ].filter(limit => limit !== false);
  return html`<form method="post" action="/faults/clear">
    <input type="hidden" name="id" value="${fault.id}" />
    ${fault.kind}${limits.length > 0 && ` (${limits.join(', ')})`}
    <button>Clear<span class="hidden"> ${fault.kind}</span></button>
  </form>`;
}

function renderPlatforms({ platforms }: SandboxState): Html {
  return html`<h2>Platforms</h2>
    <ul class="card list">
      ${platforms.map(
        platform =>
          html`<li>
            <a class="title" href="${platform.repositoryUrl}">${platform.id}</a>
            <div>
              <a href="${platform.repositoryUrl}/pulls"
                >${platform.openPullRequests} open pull
                ${platform.openPullRequests === 1 ? 'request' : 'requests'}</a
              >
            </div>
          </li>`,
      )}
    </ul>`;
}

function renderForm(): Html {
  return html`<h2>Set a fault</h2>
    <p class="soft">
      Flux has requests of its own kind: “Only requests with”
      <code>Kustomization/flux-system/harbor</code> hits that Kustomization.
    </p>
    <form class="card" method="post" action="/faults">
      <div class="fields">
        <div>
          <label for="system">System</label>
          <select id="system" name="system">
            ${faultSystems.map(
              system =>
                html`<option value="${system}">${names[system]}</option>`,
            )}
          </select>
        </div>
        <div>
          <label for="kind">Fault</label>
          <select id="kind" name="kind">
            ${faultKinds.map(
              kind => html`<option value="${kind}">${kinds[kind]}</option>`,
            )}
          </select>
        </div>
        <div>
          <label for="times">Requests (all if empty)</label>
          <input id="times" name="times" inputmode="numeric" />
        </div>
        <div>
          <label for="delayMs">Delay in ms, if slow</label>
          <input id="delayMs" name="delayMs" inputmode="numeric" />
        </div>
        <div>
          <label for="match">Only requests with</label>
          <input id="match" name="match" />
        </div>
        <button class="primary">Set fault</button>
      </div>
    </form>
    <form method="post" action="/faults/clear">
      <button>Clear all faults</button>
    </form>`;
}
