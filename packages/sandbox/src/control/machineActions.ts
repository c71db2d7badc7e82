import { z } from 'zod';
import { endpointModes } from '../talos/apid/EndpointMode';
import { changeMachine, machineChanges } from '../talos/fleet/changeMachine';
import type { Talos } from '../talos/startTalos';
import type { Action } from './addActions';

const machineSchema = z.object({
  /** `<cluster>/<name>` */
  machine: z.string().regex(/^[^/]+\/[^/]+$/),
  change: z.enum(machineChanges),
});
const endpointSchema = z.object({
  cluster: z.string(),
  mode: z.enum(endpointModes),
});

/**
 * Lets things happen to the machines: `POST /machines`
 * ({machine: `<cluster>/<name>`, change}), `POST /talos-endpoints`
 * ({cluster, mode}), `POST /talos-certificates`.
 */
export function toMachineActions(talos: Talos): Record<string, Action> {
  return {
    '/machines': body => {
      const { machine, change } = machineSchema.parse(body);
      const [cluster = '', name = ''] = machine.split('/');
      changeMachine(talos.cluster(cluster), name, change);
    },
    '/talos-endpoints': body => {
      const { cluster, mode } = endpointSchema.parse(body);
      talos.cluster(cluster).setEndpointMode(mode);
    },
    '/talos-certificates': () => talos.rotateCertificates(),
  };
}
