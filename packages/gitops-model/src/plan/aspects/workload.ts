import type { BlockContext } from '../../blocks/Block';
import { deployment, type DeploymentValue } from '../../blocks/deployment';
import {
  persistentVolumeClaim,
  type VolumeValue,
} from '../../blocks/persistentVolumeClaim';
import { service } from '../../blocks/service';
import { blockOptions } from '../../profile/blockOptions';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';

/** The app's pods and their address. */
export function workloadSteps(
  at: BlockContext,
  value: DeploymentValue,
): Step[] {
  return [
    ...stepsFor('deployment', deployment, at, [value]),
    ...stepsFor('service', service, at, [
      { name: at.app, ports: [value.port] },
    ]),
  ];
}

/** Volumes that outlive the app's pods. */
export function volumeSteps(
  at: BlockContext,
  values: readonly VolumeValue[],
): Step[] {
  return stepsFor('persistent-volume-claim', persistentVolumeClaim, at, values);
}

/** Services of the app and their ports, which routes may lead to. */
export function backendsOf(at: BlockContext): { name: string; port: number }[] {
  return blockOptions(at.profile, at.layout, 'service')
    .flatMap(options => service.find(at, options))
    .flatMap(({ name, ports }) => ports.map(port => ({ name, port })));
}
