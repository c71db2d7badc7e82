import type { BlockContext, RetiringBlock } from '../blocks/Block';
import { kustomizationLine } from '../blocks/kustomizationLine';
import { terraformKeycloakClient } from '../blocks/terraformKeycloakClient';
import { blockOptions } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { BlockName } from '../profile/Profile';
import type { OperationContext } from './OperationContext';
import type { Step } from './Step';

/** Takes out what the profile's blocks wrote, or would have written, for an app. */
export function retireSteps(app: string, context: OperationContext): Step[] {
  const { tree, profile, model } = context;
  const at = { tree, profile, app };
  const application = blockOptions(profile, 'argocd-application');
  const files = [
    ...tree.listBelow(expandNames(profile.appDirectory, { app })),
    ...(application ? [expandNames(application.file, { app })] : []),
  ];
  const clientIds = new Set(
    model.loginClients
      .filter(client => client.app === app)
      .map(({ clientId }) => clientId),
  );
  return [
    ...files.map(file => ({
      claims: [],
      isThere: () => !tree.has(file),
      write: () => {
        tree.remove(file);
        return [];
      },
    })),
    ...retire('kustomization-line', kustomizationLine, at, () => true),
    ...retire(
      'terraform-keycloak-client',
      terraformKeycloakClient,
      at,
      ({ clientId }) => clientIds.has(clientId),
    ),
  ];
}

function retire<N extends BlockName, V>(
  name: N,
  block: RetiringBlock<N, V>,
  context: BlockContext,
  isOfApp: (value: V) => boolean,
): Step[] {
  const options = blockOptions(context.profile, name);
  if (!options) return [];
  const find = () => block.find(context, options).filter(isOfApp);
  return [
    {
      claims: [],
      isThere: () => find().length === 0,
      write: () =>
        find().flatMap(value => block.retire(context, options, value)),
    },
  ];
}
