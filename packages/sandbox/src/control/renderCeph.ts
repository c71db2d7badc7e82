import {
  type CephScenario,
  cephScenarios,
  type OsdChange,
  osdChanges,
} from '../ceph/scenarios/CephScenario';
import { html, type Html } from '../http/html';
import type { CephClusterState } from './readCeph';

const scenarios: Record<CephScenario, string> = {
  healthy: 'All is well again; copies are made whole as time passes',
  'osd-down': 'One OSD ends',
  'host-down-noout': 'A machine is off, with the flag noout',
  'two-hosts-down': 'The OSDs of two hosts end: data cannot be reached',
  'mon-down': 'A monitor ends',
  'quorum-lost': 'Two of three monitors end: no quorum',
  'near-full': 'Nearly full',
  full: 'Full: nobody can write',
  recovering: 'An OSD was away for long and recovers',
  'inconsistent-pg': 'A scrub finds copies that differ',
  'muted-check': 'A check fails, and is muted for an hour',
  'mds-gone': 'No metadata server: the file system is offline',
  'mgr-gone': 'No manager',
  'mgr-standby': 'The address of the manager leads to a standby',
  'operator-gone': 'Rook’s operator ends',
  'no-permission': 'The portal’s role at the manager gets too small',
  'account-locked': 'The portal’s account at the manager is disabled',
};

const changes: Record<OsdChange, string> = {
  stop: 'Ends',
  start: 'Starts again',
  out: 'Is put out: takes no data',
  in: 'Is taken in again',
};

/** How the Ceph clusters are, and forms for what may happen to them. */
export function renderCeph(clusters: CephClusterState[]): Html {
  if (clusters.length === 0) {
    return html``;
  }
  return html`<h2>Ceph</h2>
    <ul class="card list">
      ${clusters.map(renderCluster)}
    </ul>
    <form class="card" method="post" action="/ceph">
      <div class="fields">
        <div>
          <label for="ceph-cluster">Ceph of</label>
          <select id="ceph-cluster" name="cluster">
            ${clusters.map(
              ({ cluster }) =>
                html`<option value="${cluster}">${cluster}</option>`,
            )}
          </select>
        </div>
        <div>
          <label for="ceph-scenario">What is the matter</label>
          <select id="ceph-scenario" name="scenario">
            ${cephScenarios.map(
              scenario =>
                html`<option value="${scenario}">
                  ${scenarios[scenario]}
                </option>`,
            )}
          </select>
        </div>
        <button class="primary">Let it happen</button>
      </div>
    </form>
    <form class="card" method="post" action="/ceph/osds">
      <div class="fields">
        <div>
          <label for="ceph-osd">OSD</label>
          <select id="ceph-osd" name="osd">
            ${clusters.flatMap(({ cluster, osds }) =>
              osds.map(
                ({ id, node }) =>
                  html`<option value="${cluster}/${id}">
                    ${cluster} / osd.${id} on ${node}
                  </option>`,
              ),
            )}
          </select>
        </div>
        <div>
          <label for="ceph-change">What happens</label>
          <select id="ceph-change" name="change">
            ${osdChanges.map(
              change =>
                html`<option value="${change}">${changes[change]}</option>`,
            )}
          </select>
        </div>
        <button class="primary">Let it happen</button>
      </div>
    </form>`;
}

function renderCluster(state: CephClusterState): Html {
  const away = state.osds
    .filter(osd => !osd.up || !osd.in)
    .map(
      osd =>
        `osd.${osd.id} ${osd.up ? 'up' : 'down'}, ${osd.in ? 'in' : 'out'}`,
    );
  const groups = Object.entries(state.placementGroups).map(
    ([name, count]) => `${count} ${name}`,
  );
  return html`<li>
    <span class="title">${state.cluster}</span>
    <div>
      ${state.health}${state.checks.length > 0 && `: ${state.checks.join(', ')}`}
    </div>
    ${state.scenario !== 'healthy' && html`<div>${scenarios[state.scenario]}</div>`}
    ${away.length > 0 && html`<div>${away.join('; ')}</div>`}
    <div class="soft">${groups.join(', ')}</div>
  </li>`;
}
