import { appTemplate } from '../../blocks/appTemplate';
import {
  appTemplatePersistence,
  type MountValue,
} from '../../blocks/appTemplatePersistence';
import { servicesOf } from '../../blocks/appTemplateService';
import type { BlockContext } from '../../blocks/Block';
import { deployment, type DeploymentValue } from '../../blocks/deployment';
import { networkPolicy } from '../../blocks/networkPolicy';
import {
  persistentVolumeClaim,
  type VolumeValue,
} from '../../blocks/persistentVolumeClaim';
import { service } from '../../blocks/service';
import { blockOptions } from '../../profile/blockOptions';
import type { Step } from '../Step';
import { usualReleaseSteps } from './fluxRelease';
import { stepsFor } from '../stepsFor';

/** The app's pods and their address. */
export function workloadSteps(
  at: BlockContext,
  value: DeploymentValue,
  mounts: readonly MountValue[],
): Step[] {
  return [
    ...usualReleaseSteps(at),
    ...stepsFor('deployment', deployment, at, [value]),
    ...stepsFor('app-template', appTemplate, at, [value]),
    ...stepsFor('app-template', appTemplatePersistence, at, mounts),
    ...stepsFor('service', service, at, [
      { name: at.app, ports: [value.port] },
    ]),
    ...stepsFor('network-policy', networkPolicy, at, [{ port: value.port }]),
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
  const { profile, layout } = at;
  return [
    ...blockOptions(profile, layout, 'service')
      .flatMap(options => service.find(at, options))
      .flatMap(({ name, ports }) => ports.map(port => ({ name, port }))),
    ...blockOptions(profile, layout, 'app-template')
      .flatMap(options => servicesOf(at, options))
      .map(({ name, port }) => ({ name, port })),
  ];
}
