import type { BlockContext } from '../blocks/Block';
import { certificate } from '../blocks/certificate';
import { gatewayListener } from '../blocks/gatewayListener';
import { httpRoute } from '../blocks/httpRoute';
import { namespace } from '../blocks/namespace';
import { policyException } from '../blocks/policyException';
import { pullSecret } from '../blocks/pullSecret';
import { referenceGrant } from '../blocks/referenceGrant';
import { retireValues } from './retireValues';
import type { Step } from './Step';

/** Takes out what of the app may lie in files and directories of all apps. */
export function retireCentral(at: BlockContext): Step[] {
  const isAll = () => true;
  return [
    // Routes tell which listeners are the app's.
    ...retireValues('gateway-listener', gatewayListener, at, isAll),
    ...retireValues('http-route', httpRoute, at, isAll),
    ...retireValues('certificate', certificate, at, isAll),
    ...retireValues('reference-grant', referenceGrant, at, isAll),
    ...retireValues('namespace', namespace, at, isAll),
    ...retireValues('pull-secret', pullSecret, at, isAll),
    ...retireValues('policy-exception', policyException, at, isAll),
  ];
}
