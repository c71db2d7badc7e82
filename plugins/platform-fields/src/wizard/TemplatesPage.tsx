import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { isTemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import { Alert, Button, Container, Skeleton } from '@backstage/ui';
import { useAsyncData } from '@internal/portal-ui';
import { useParams } from 'react-router-dom';
import { platformFieldsTranslationRef } from '../translation';
import { hasChangeRequest } from './hasChangeRequest';
import { parseTemplatePath } from './parseTemplatePath';
import { TemplateForm } from './TemplateForm';

/**
 * The scaffolder's own templates page, but for templates that end in a change
 * request: their form ends in a review of that change.
 */
export function TemplatesPage(props: {
  original: JSX.Element;
  fields: FieldExtensionOptions[];
}) {
  const { '*': path } = useParams();
  const template = parseTemplatePath(path);
  return template ? <TemplateRoute {...props} {...template} /> : props.original;
}

function TemplateRoute(props: {
  original: JSX.Element;
  fields: FieldExtensionOptions[];
  namespace: string;
  name: string;
}) {
  const { original, fields, namespace, name } = props;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const template = useAsyncData({
    key: `${namespace}/${name}`,
    load: () =>
      catalogApi.getEntityByRef({ kind: 'Template', namespace, name }),
  });

  if (template.status === 'loading') {
    return (
      <Container py="5">
        <Skeleton width="100%" height={240} />
      </Container>
    );
  }
  if (template.status === 'error') {
    return (
      <Container py="5">
        <Alert
          status="danger"
          role="alert"
          title={t('wizard.loadFailed')}
          description={template.error.message}
          customActions={
            <Button variant="secondary" size="small" onPress={template.reload}>
              {t('platform.retry')}
            </Button>
          }
        />
      </Container>
    );
  }
  const entity = template.data;
  if (
    !entity ||
    !isTemplateEntityV1beta3(entity) ||
    !hasChangeRequest(entity)
  ) {
    return original;
  }
  return (
    <Container py="5">
      <TemplateForm template={entity} fields={fields} />
    </Container>
  );
}
