import { status } from '@grpc/grpc-js';
import { ApiError } from '../wire/ApiError';
import { encodeMessage } from '../wire/protocol';
import { checkAccess } from '../cosi/checkAccess';
import { toWireResource } from '../cosi/CosiResource';
import {
  getRequestSchema,
  listRequestSchema,
  parseRequest,
  watchRequestSchema,
} from '../cosi/requests';
import { createMatcher } from '../cosi/ResourceQuery';
import { watchResources } from '../cosi/watchResources';
import { samplePerformance } from './performance';
import type { MachineCall, TalosMethod } from './TalosMethod';

const readers = ['os:reader', 'os:operator'];
const path = (name: string) => `/cosi.resource.State/${name}`;

/** The service `cosi.resource.State`: reads for readers, writes for nobody. */
export const stateMethods: TalosMethod[] = [
  {
    path: path('Get'),
    roles: readers,
    kind: 'unary',
    answer: ({ machine, request, roles }) => {
      const { state } = machine;
      const { namespace, type, id } = parseRequest(
        'cosi.resource.GetRequest',
        getRequestSchema,
        request,
      );
      checkAccess(state, { namespace, type }, roles);
      samplePerformance(machine);
      const resource = state.collection(namespace, type).get(id);
      if (!resource) {
        throw new ApiError(
          status.NOT_FOUND,
          `resource ${type}(${namespace}/${id}@undefined) doesn't exist`,
        );
      }
      return encodeMessage('cosi.resource.GetResponse', {
        resource: toWireResource(resource),
      });
    },
  },
  { path: path('List'), roles: readers, kind: 'stream', frames: listResources },
  {
    path: path('Watch'),
    roles: readers,
    kind: 'stream',
    frames: ({ machine, request, roles, signal }) => {
      const { state } = machine;
      const parsed = parseRequest(
        'cosi.resource.WatchRequest',
        watchRequestSchema,
        request,
      );
      checkAccess(state, parsed, roles);
      samplePerformance(machine);
      return watchResources(state, parsed, signal);
    },
  },
  ...['Create', 'Update', 'Destroy', 'Teardown', 'TeardownAndDestroy'].map(
    (name): TalosMethod => ({
      path: path(name),
      roles: [],
      kind: 'unary',
      answer: () => {
        throw new ApiError(
          status.PERMISSION_DENIED,
          'write access is not allowed',
        );
      },
    }),
  ),
];

function* listResources({
  machine,
  request,
  roles,
}: MachineCall): Generator<Uint8Array> {
  const { state } = machine;
  const { namespace, type, options } = parseRequest(
    'cosi.resource.ListRequest',
    listRequestSchema,
    request,
  );
  checkAccess(state, { namespace, type }, roles);
  samplePerformance(machine);
  for (const resource of state
    .collection(namespace, type)
    .list()
    .filter(createMatcher(options))) {
    yield encodeMessage('cosi.resource.ListResponse', {
      resource: toWireResource(resource),
    });
  }
}
