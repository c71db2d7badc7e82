import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { ChangeRequestsService } from './ChangeRequestsService';
import { DefaultChangeRequestsService } from './DefaultChangeRequestsService';

/** Opens change requests in the name of a user, wherever the plugin runs. */
export const changeRequestsServiceRef = createServiceRef<ChangeRequestsService>(
  {
    id: 'change-requests.requests',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { auth: coreServices.auth, discovery: coreServices.discovery },
        factory: options => DefaultChangeRequestsService.create(options),
      }),
  },
);
