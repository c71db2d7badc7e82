import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { scaffolderApiMock } from '@backstage/plugin-scaffolder-react/testUtils';
import { screen } from '@testing-library/react';
import { platformFormApiRef } from '../api/PlatformFormApi';
import { platformFieldsModule } from '../module';
import { FakePlatformForm } from './FakePlatformForm';
import { newServiceTemplate } from './newServiceTemplate';

const groups = ['atlas', 'borealis', 'platform'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
}));

/** The form of the shipped template, in the real scaffolder, as a user sees it. */
export function renderNewService(
  options: { groups?: string[]; platformForm?: FakePlatformForm } = {},
) {
  const {
    groups: ownGroups = ['atlas'],
    platformForm = new FakePlatformForm(),
  } = options;
  const { title, description } = newServiceTemplate.metadata;
  const { parameters, presentation } = newServiceTemplate.spec;
  const scaffolder = scaffolderApiMock.mock({
    getTemplateParameterSchema: async () => ({
      title: title ?? '',
      description,
      presentation,
      steps: [parameters ?? []]
        .flat()
        .map(({ title: stepTitle, ...schema }) => ({
          title: String(stepTitle),
          schema: { ...schema, title: String(stepTitle) },
        })),
    }),
  });
  renderTestApp({
    features: [scaffolderPlugin, platformFieldsModule],
    initialRouteEntries: ['/create/templates/default/new-service'],
    apis: [
      scaffolder,
      catalogApiMock({ entities: [newServiceTemplate, ...groups] }),
      [platformFormApiRef, platformForm],
      mockApis.identity({
        userEntityRef: 'user:default/ada',
        ownershipEntityRefs: [
          'user:default/ada',
          ...ownGroups.map(name => `group:default/${name}`),
        ],
      }),
    ],
  });
  return { scaffolder, platformForm };
}

export async function findPage(field: RegExp) {
  return await screen.findByLabelText(field, {}, { timeout: 10_000 });
}
