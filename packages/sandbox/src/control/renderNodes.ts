import { html, type Html } from '../http/html';
import { type NodeChange, nodeChanges } from './nodeActions';
import type { MachineState } from './readMachines';

const changes: Record<NodeChange, string> = {
  cordon: 'Cordon: no further pods',
  uncordon: 'Uncordon: pods may come again',
  drain: 'Drain: its pods go, as far as their budgets let them',
};

/** Which nodes are cordoned, and a form for what kubectl does to nodes. */
export function renderNodes(
  machines: MachineState[],
  cordoned: string[],
): Html {
  return html`<h2>Kubernetes nodes</h2>
    <p class="soft">
      ${
        cordoned.length === 0
          ? 'No node is cordoned.'
          : `Cordoned: ${cordoned.join(', ')}.`
      }
    </p>
    <form class="card" method="post" action="/nodes">
      <div class="fields">
        <div>
          <label for="node">Node</label>
          <select id="node" name="node">
            ${machines.map(
              ({ cluster, name }) =>
                html`<option value="${cluster}/${name}">
                  ${cluster} / ${name}
                </option>`,
            )}
          </select>
        </div>
        <div>
          <label for="node-change">What is done</label>
          <select id="node-change" name="change">
            ${nodeChanges.map(
              change =>
                html`<option value="${change}">${changes[change]}</option>`,
            )}
          </select>
        </div>
        <button class="primary">Do it</button>
      </div>
    </form>`;
}
