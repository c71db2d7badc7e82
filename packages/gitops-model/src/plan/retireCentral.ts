import type { BlockContext } from '../blocks/Block';
import { certificate } from '../blocks/certificate';
import { gatewayListener } from '../blocks/gatewayListener';
import { httpRoute } from '../blocks/httpRoute';
import { isAloneInNamespace } from '../blocks/isAloneInNamespace';
import { namespace } from '../blocks/namespace';
import { policyException } from '../blocks/policyException';
import { pullSecret } from '../blocks/pullSecret';
import { referenceGrant } from '../blocks/referenceGrant';
import { retireValues } from './retireValues';
import type { Step } from './Step';

/** Takes out what of the app may lie in files and directories of all apps. */
export function retireCentral(at: BlockContext): Step[] {
  const isAll = () => true;
  // Other apps of the namespace need it, and pull with its Secret, too.
  const isAlone = () => isAloneInNamespace(at);
  return [
    // Routes tell which listeners are the app's.
    ...retireValues('gateway-listener', gatewayListener, at, isAll),
    ...retireValues('http-route', httpRoute, at, isAll),
    ...retireValues('certificate', certificate, at, isAll),
    ...retireValues('reference-grant', referenceGrant, at, isAll),
    ...retireValues('namespace', namespace, at, isAlone),
    ...retireValues('pull-secret', pullSecret, at, isAlone),
    ...retireValues('policy-exception', policyException, at, isAll),
  ];
}
