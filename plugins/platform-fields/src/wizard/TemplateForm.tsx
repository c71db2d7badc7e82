import { stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import {
  AnalyticsContext,
  BreadcrumbEntry,
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import {
  scaffolderApiRef,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonValue } from '@backstage/types';
import { Skeleton, Text } from '@backstage/ui';
import { AsyncContent, useAsyncData } from '@internal/portal-ui';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { platformFieldsTranslationRef } from '../translation';
import { FormReview, FormReviewContext } from './FormReview';
import styles from './TemplateForm.module.css';

/** The scaffolder's form of a template, with our review as its last step. */
export function TemplateForm(props: {
  template: TemplateEntityV1beta3;
  fields: FieldExtensionOptions[];
}) {
  const { template, fields } = props;
  const { name, title = name, description } = template.metadata;
  const templateRef = stringifyEntityRef(template);
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const scaffolderApi = useApi(scaffolderApiRef);
  const taskPath = useRouteRef(scaffolderPlugin.routes.ongoingTask);
  const navigate = useNavigate();
  const [isSubmitting, setIsSubmitting] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const manifest = useAsyncData({
    key: templateRef,
    load: () => scaffolderApi.getTemplateParameterSchema(templateRef),
  });

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
      <BreadcrumbEntry entry={{ label: title, href: '.' }}>
        <section aria-label={title} className={styles.root}>
          <header className={styles.head}>
            <Text as="h2" variant="title-small" weight="bold">
              {title}
            </Text>
            {description && (
              <Text as="p" color="secondary">
                {description}
              </Text>
            )}
          </header>
          <AsyncContent
            result={manifest}
            permission="scaffolder.template.parameter.read"
            skeleton={<Skeleton width="100%" height={320} />}
          >
            {data => (
              <FormReviewContext.Provider value={review}>
                <Stepper
                  manifest={data}
                  onCreate={submit}
                  extensions={fields}
                  components={{
                    ReviewStepComponent: FormReview,
                    backButtonText: t('review.back'),
                    reviewButtonText: t('wizard.review'),
                  }}
                  formProps={{ EXPERIMENTAL_theme: 'bui' }}
                />
              </FormReviewContext.Provider>
            )}
          </AsyncContent>
        </section>
      </BreadcrumbEntry>
    </AnalyticsContext>
  );
}
