import { html, type Html } from '../http/html';
import { endpointModes, type EndpointMode } from '../talos/apid/EndpointMode';
import {
  machineChanges,
  type MachineChange,
} from '../talos/fleet/changeMachine';
import type { MachineState } from './readMachines';

const changes: Record<MachineChange, string> = {
  'power-off': 'Off: nobody reaches it',
  'power-on': 'On again',
  hang: 'Hangs: takes calls and never answers',
  slow: 'Slow: answers after three seconds',
  recover: 'Recovers: on, quick, etcd runs',
  upgrade: 'Upgrades to the next patch of Talos',
  'restart-machined': 'The API process starts anew',
  'stop-etcd': 'etcd stops',
  'lose-memory-module': 'A memory module vanishes',
  'replace-disk': 'A disk is replaced',
  'slow-link': 'The link falls to 100 Mbit/s',
  'oversized-answer': 'An answer is larger than 32 MiB',
  'broken-text': 'A disk’s model is no readable text',
};

const modes: Record<EndpointMode, string> = {
  up: 'Answers',
  down: 'Refuses connections',
  silent: 'Takes connections and says nothing',
  'not-talos': 'Is not Talos at all',
};

/** How the machines are, and forms for what may happen to them and to the way to them. */
export function renderMachines(machines: MachineState[]): Html {
  const troubled = machines.filter(({ trouble }) => trouble !== '');
  const clusters = [...new Set(machines.map(({ cluster }) => cluster))];
  return html`<h2>Machines</h2>
    ${
      troubled.length === 0
        ? html`<p class="soft">All ${machines.length} machines are well.</p>`
        : html`<ul class="card list">
            ${troubled.map(
              ({ cluster, name, trouble }) =>
                html`<li>
                  <span class="title">${cluster} / ${name}</span>
                  <div>${trouble}</div>
                </li>`,
            )}
          </ul>`
    }
    <form class="card" method="post" action="/machines">
      <div class="fields">
        <div>
          <label for="machine">Machine</label>
          <select id="machine" name="machine">
            ${machines.map(
              ({ cluster, name }) =>
                html`<option value="${cluster}/${name}">
                  ${cluster} / ${name}
                </option>`,
            )}
          </select>
        </div>
        <div>
          <label for="change">What happens</label>
          <select id="change" name="change">
            ${machineChanges.map(
              change =>
                html`<option value="${change}">${changes[change]}</option>`,
            )}
          </select>
        </div>
        <button class="primary">Let it happen</button>
      </div>
    </form>
    <form class="card" method="post" action="/talos-endpoints">
      <div class="fields">
        <div>
          <label for="cluster">Talos API of</label>
          <select id="cluster" name="cluster">
            ${clusters.map(
              cluster => html`<option value="${cluster}">${cluster}</option>`,
            )}
          </select>
        </div>
        <div>
          <label for="mode">How it takes connections</label>
          <select id="mode" name="mode">
            ${endpointModes.map(
              mode => html`<option value="${mode}">${modes[mode]}</option>`,
            )}
          </select>
        </div>
        <button class="primary">Set</button>
      </div>
    </form>
    <form method="post" action="/talos-certificates">
      <button>Renew the portal’s Talos certificates; the old ones end</button>
    </form>`;
}
