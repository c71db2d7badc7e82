import { stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import {
  AnalyticsContext,
  BreadcrumbEntry,
  useApi,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import {
  scaffolderApiRef,
  SecretsContextProvider,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import { Workflow } from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonValue } from '@backstage/types';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { FormReview, FormReviewContext } from './FormReview';

/** The scaffolder's form of a template, with our review as its last step. */
export function TemplateForm(props: {
  template: TemplateEntityV1beta3;
  fields: FieldExtensionOptions[];
}) {
  const { template, fields } = props;
  const { name, namespace = 'default', title } = template.metadata;
  const templateRef = stringifyEntityRef(template);
  const scaffolderApi = useApi(scaffolderApiRef);
  const taskPath = useRouteRef(scaffolderPlugin.routes.ongoingTask);
  const navigate = useNavigate();
  const [isSubmitting, setIsSubmitting] = useState(false);
  const [failure, setFailure] = useState<Error>();

  const submit = async (values: Record<string, JsonValue>) => {
    setIsSubmitting(true);
    setFailure(undefined);
    try {
      const { taskId } = await scaffolderApi.scaffold({ templateRef, values });
      if (taskPath) {
        navigate(taskPath({ taskId }));
      }
    } catch (error) {
      setFailure(toError(error));
      setIsSubmitting(false);
    }
  };
  const review = useMemo(
    () => ({ template, isSubmitting, failure }),
    [template, isSubmitting, failure],
  );

  return (
    <AnalyticsContext attributes={{ entityRef: templateRef }}>
      <BreadcrumbEntry entry={{ label: title ?? name, href: '.' }}>
        <SecretsContextProvider>
          <FormReviewContext.Provider value={review}>
            <Workflow
              namespace={namespace}
              templateName={name}
              onCreate={submit}
              onError={() => null}
              extensions={fields}
              components={{ ReviewStepComponent: FormReview }}
              formProps={{ EXPERIMENTAL_theme: 'bui' }}
            />
          </FormReviewContext.Provider>
        </SecretsContextProvider>
      </BreadcrumbEntry>
    </AnalyticsContext>
  );
}
