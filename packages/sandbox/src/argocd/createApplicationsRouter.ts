import Router from 'express-promise-router';
import { z } from 'zod';
import type { GitRepository } from '../git/GitRepository';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';
import type { ObjectStore } from '../kubernetes/ObjectStore';
import { requireResourceType } from '../kubernetes/resourceTypes';
import { parseLabelSelector } from '../kubernetes/selectors';
import { readApplication } from './Application';
import type { ArgoCd } from './ArgoCd';
import { sendFailure } from './failures';
import { projectFields } from './projectFields';
import { readRevisionMetadata } from './readRevisionMetadata';
import { toResourceTree } from './toResourceTree';

const applicationType = requireResourceType(
  'argoproj.io/v1alpha1',
  'Application',
);

const repeated = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform(value => [value].flat());

const querySchema = z.object({
  selector: z.string().default(''),
  project: repeated,
  projects: repeated,
  appNamespace: z.string().default('argocd'),
  fields: z.string().default(''),
});

/** `/api/v1/applications` and what lies below, for reading. */
export function createApplicationsRouter(options: {
  argocd: ArgoCd;
  store: ObjectStore;
  repository: GitRepository;
}) {
  const { argocd, store, repository } = options;
  const router = Router();

  router.use((_request, _response, next) => {
    argocd.publish();
    next();
  });

  router.get('/', (request, response) => {
    const query = querySchema.parse(request.query);
    const selector = parseLabelSelector(query.selector);
    if (!selector.ok) {
      sendFailure(response, 3, selector.message);
      return;
    }
    const projects = [...query.project, ...query.projects];
    const items = store
      .list(applicationType)
      .filter(
        object =>
          selector.matches(object) &&
          (projects.length === 0 || projects.includes(toProject(object))),
      );
    const list = {
      metadata: { resourceVersion: String(store.version) },
      items: items.map(withoutType),
    };
    response.json(
      query.fields === '' ? list : projectFields(list, query.fields),
    );
  });

  router.use('/:name', (request, response, next) => {
    const query = querySchema.parse(request.query);
    const { name } = request.params;
    if (store.get(applicationType, query.appNamespace, name)) {
      next();
    } else if (query.project.length > 0) {
      sendFailure(response, 5, `applications.argoproj.io "${name}" not found`);
    } else {
      sendFailure(response, 7, 'permission denied');
    }
  });

  router.get('/:name', (request, response) => {
    const query = querySchema.parse(request.query);
    const object = store.get(
      applicationType,
      query.appNamespace,
      request.params.name,
    );
    const body = object && withoutType(object);
    response.json(
      query.fields === '' ? body : projectFields(body, query.fields),
    );
  });

  router.get(
    '/:name/revisions/:revision/metadata',
    async (request, response) => {
      const { revision } = request.params;
      const metadata = await readRevisionMetadata(repository, revision);
      if (metadata) {
        response.json(metadata);
      } else {
        sendFailure(
          response,
          2,
          `rpc error: code = Unknown desc = failed to get revision metadata: unable to resolve '${revision}' to a commit SHA`,
        );
      }
    },
  );

  router.get('/:name/resource-tree', (request, response) => {
    const state = argocd.find(request.params.name);
    response.json(state ? toResourceTree(state, store) : { nodes: [] });
  });

  return router;
}

function toProject(object: KubernetesObject): string {
  const application = readApplication(object);
  return typeof application === 'string' ? '' : application.project;
}

/** Argo CD's API leaves out what kind an Application is. */
function withoutType({
  apiVersion: _apiVersion,
  kind: _kind,
  ...application
}: KubernetesObject) {
  return application;
}
